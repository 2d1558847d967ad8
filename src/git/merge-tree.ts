import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import type { MergePrediction } from "../model/pair.ts";
import { withAttributes } from "./attributes.ts";
import { type GitOptions, git } from "./exec.ts";
import { mergeAnswers } from "./merge-answers.ts";
import { gitAtLeast, inRepository, type Repository } from "./repository.ts";

/** Two commits to merge in thought. */
export type CommitPair = readonly [ours: Oid, theirs: Oid];

/** What merging a pair gives, or why git would not even try (unrelated histories, an object that is not here). */
export type MergeOutcome = MergePrediction | { readonly kind: "not_assessed"; readonly reason: string };

/**
 * Merges commits with git's own merge, without touching any worktree, index or ref. One process for all pairs; outcomes are in the order of
 * `pairs`. Merged blobs and trees are written to the object directory that `env` names.
 *
 * No code of the user runs: a merge driver of theirs is replaced by git's text merge (so a conflict may be predicted that the driver would
 * have settled), and filters stay out because renormalisation is off.
 */
export const predictMerges = async (
  repository: Repository,
  pairs: readonly CommitPair[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<MergeOutcome[]> => {
  if (pairs.length === 0) return [];
  const config = await readTamedConfig(repository);
  const options = withAttributes(repository, { env: { ...env, [textMergeVariable]: textMerge }, allow: failures });
  const outcomes: MergeOutcome[] = [];
  while (outcomes.length < pairs.length) {
    outcomes.push(...(await mergeSome(repository, pairs.slice(outcomes.length), config, options)));
  }
  return outcomes;
};

// 1: not a commit; 128: git gave up; both end the process at the pair in question.
const failures = [1, 128];
const textMergeVariable = "NERVE_TEXT_MERGE";
const textMerge = "git merge-file -q --marker-size=%L %A %O %B";

/** Options that replace each merge driver of the user. The value goes by way of a variable because a driver's name may hold "=". */
const readTamedConfig = async (repository: Repository): Promise<string[]> => {
  const { stdout } = await git(
    ["config", "-z", "--name-only", "--get-regexp", "^merge\\..*\\.driver$"],
    inRepository(repository, { allow: [1] }),
  );
  const drivers = new Set(stdout.toString("utf8").split("\0").filter(Boolean));
  return ["-c", "merge.renormalize=false", ...[...drivers].map((key) => `--config-env=${key}=${textMergeVariable}`)];
};

/** Outcomes of the leading pairs, at least one. Git dies at the first pair it cannot merge, with all answers before it written. */
const mergeSome = async (
  repository: Repository,
  pairs: readonly CommitPair[],
  config: readonly string[],
  options: GitOptions,
): Promise<MergeOutcome[]> => {
  if (!gitAtLeast(repository, 2, 39)) return [await mergeOne(pairs[0] ?? ["", ""], config, options)];
  const input = pairs.map(([ours, theirs]) => `${ours} ${theirs}\n`).join("");
  // Without --messages, a clean first pair would silence the messages of all that follow (git 2.39).
  const { code, stdout, stderr } = await git([...config, "merge-tree", "--write-tree", "--stdin", "--messages"], { ...options, input });
  const outcomes: MergeOutcome[] = mergeAnswers(stdout, pairs);
  if (outcomes.length === pairs.length) return outcomes;
  if (code === 0) throw new NerveError("environment", "git merge-tree gave an answer that git nerve cannot read");
  return [...outcomes, { kind: "not_assessed", reason: reasonOf(stderr) }];
};

/** Git 2.38 has no --stdin: one process a pair, whose exit code says what --stdin writes in front of each answer. */
const mergeOne = async (pair: CommitPair, config: readonly string[], options: GitOptions): Promise<MergeOutcome> => {
  const { code, stdout, stderr } = await git([...config, "merge-tree", "--write-tree", "-z", "--messages", ...pair], options);
  const flag = code === 0 ? "1\0" : "0\0";
  const [outcome] = mergeAnswers(Buffer.concat([Buffer.from(flag), stdout, Buffer.from("\0")]), [pair]);
  return outcome ?? { kind: "not_assessed", reason: reasonOf(stderr) };
};

const reasonOf = (stderr: string): string => {
  const [line = ""] = stderr.split("\n", 1);
  return `git cannot merge this: ${line.replace(/^(fatal|error|merge-tree): /, "") || "it gave no reason"}`;
};
