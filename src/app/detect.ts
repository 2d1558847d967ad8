import { detectPair } from "../detectors/index.ts";
import { readMergeBases } from "../git/ancestry.ts";
import { type CommitPair, type MergeOutcome, predictMerges } from "../git/merge-tree.ts";
import { type NamedTree, readNamed } from "../git/named.ts";
import { preparePrivateStore, privateStore } from "../git/private-store.ts";
import type { Repository } from "../git/repository.ts";
import { readTreeDiffs } from "../git/tree-diff.ts";
import { Trees } from "../git/trees.ts";
import { wrapTrees } from "../git/wrap-tree.ts";
import type { Change, NotAssessed } from "../model/change.ts";
import { type ConflictStatus, type Finding, fingerprintOf } from "../model/conflict.ts";
import type { Oid } from "../model/ids.ts";
import { noCode, type PairInput } from "../model/pair.ts";
import { compareSeverity } from "../model/severity.ts";
import { readMergedBases } from "../worktree/merged-bases.ts";
import { packagesIn } from "../worktree/package-of.ts";
import { readPairEdits } from "../worktree/pair-edits.ts";
import { CodeStore, factsFolder } from "./code/code-store.ts";
import { readCode } from "./code/read-code.ts";
import type { Nerve } from "./nerve.ts";

/** What to compare: names of commits or trees. `base` stands in for the history that trees do not have, and for the merge base of commits. */
export interface DetectRequest {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
}

/** A finding between two things that were named, as `conflicts --json` prints it. Nobody opened it, so it has no id and no time. */
export interface DetectedConflict extends Finding {
  readonly status: ConflictStatus;
  readonly fingerprint: string;
  readonly agents: readonly { readonly id: Oid; readonly name: string; readonly branch: string | null }[];
  readonly openedAt: null;
}

export interface Detection {
  /**
   * `conflict`: git cannot merge them, or something of high severity is listed. `clear`: neither, and everything was looked at; milder things
   * may still be listed. `not_assessed`: see there.
   */
  readonly verdict: "conflict" | "clear" | "not_assessed";
  readonly base: Oid | null;
  readonly ours: Oid | null;
  readonly theirs: Oid | null;
  /** The tree of a clean merge. It lies in the object directory that `env` named. */
  readonly mergedTree: Oid | null;
  readonly conflicts: readonly DetectedConflict[];
  readonly notAssessed: readonly NotAssessed[];
}

/** `detectBetween` in an open plane: what git writes on the way goes to the private store. */
export const detect = async ({ repository }: Pick<Nerve, "repository">, request: DetectRequest): Promise<Detection> => {
  await preparePrivateStore(repository);
  const env = privateStore(repository);
  const code = new CodeStore(repository, { env, cache: factsFolder(repository) });
  try {
    return await detectBetween(repository, request, { env, code });
  } finally {
    await code.close();
  }
};

export interface DetectOptions {
  /** Where git writes, and looks for objects beyond the user's own. */
  readonly env?: Env;
  /** Reads the code, with the same `env`; for many detections in one process, so that it is read once. */
  readonly code?: CodeStore;
}

type Env = Readonly<Record<string, string>>;

/**
 * Would merging these two work, and what do both touch? Needs no plane and leaves nothing behind. Commits are merged with all of git's own logic,
 * criss-cross histories included. Throws (usage) when a name means nothing here; what cannot be compared is an answer: `not_assessed`.
 */
export const detectBetween = async (
  repository: Repository,
  request: DetectRequest,
  { env = {}, code }: DetectOptions = {},
): Promise<Detection> => {
  const store = code ?? new CodeStore(repository, { env, cache: null });
  try {
    return await detectWith(repository, request, env, store);
  } finally {
    if (!code) await store.close();
  }
};

const detectWith = async (repository: Repository, request: DetectRequest, env: Env, code: CodeStore): Promise<Detection> => {
  const names = [request.ours, request.theirs, ...(request.base === undefined ? [] : [request.base])];
  const [ours, theirs, base] = await readNamed(repository, names, { env });
  const open = (reason: string): Detection => ({ ...undecided(ours, theirs, base), notAssessed: [{ path: "", reason }] });
  if (!ours || !theirs || (request.base !== undefined && !base)) return open("an object is missing from this clone or cannot be read");
  if (!base && (ours.kind === "tree" || theirs.kind === "tree"))
    return open("a tree has no history: name what both started from with --base");
  const plan = await readPlan(repository, ours, theirs, base, env);
  if (!plan) return open("the two have no history in common");
  const [merge = { kind: "not_assessed", reason: "git did not answer" } as const] = await predictMerges(repository, [plan.commits], {
    env,
  });
  const pair = await readCode(code, await readPair(repository, [ours, theirs], plan.compared, merge, env));
  const findings = detectPair(pair);
  return {
    verdict: verdictOf(merge, findings, pair.notAssessed),
    base: plan.base.id,
    ours: ours.id,
    theirs: theirs.id,
    mergedTree: merge.kind === "predicted" && merge.clean ? merge.tree : null,
    conflicts: findings.map((finding) => detected(finding, [ours, theirs], request)),
    notAssessed: [...(merge.kind === "not_assessed" ? [{ path: "", reason: merge.reason }] : []), ...pair.notAssessed],
  };
};

const verdictOf = (merge: MergeOutcome, findings: readonly Finding[], notAssessed: readonly NotAssessed[]): Detection["verdict"] => {
  if (merge.kind === "not_assessed") return "not_assessed";
  if (!merge.clean || findings.some(({ severity }) => compareSeverity(severity, "high") >= 0)) return "conflict";
  return notAssessed.length > 0 ? "not_assessed" : "clear";
};

const undecided = (ours?: NamedTree, theirs?: NamedTree, base?: NamedTree): Detection => ({
  verdict: "not_assessed",
  base: base?.id ?? null,
  ours: ours?.id ?? null,
  theirs: theirs?.id ?? null,
  mergedTree: null,
  conflicts: [],
  notAssessed: [],
});

type Base = Pick<NamedTree, "id" | "tree">;

interface Plan {
  readonly commits: CommitPair;
  /** The first one, where there are several. */
  readonly base: Pick<NamedTree, "id">;
  /** What all of them come to. */
  readonly compared: Base;
}

/** Which commits git should merge, and what both sides are compared with; undefined when they have no history in common. */
const readPlan = async (
  repository: Repository,
  ours: NamedTree,
  theirs: NamedTree,
  base: NamedTree | undefined,
  env: Env,
): Promise<Plan | undefined> => {
  if (!base) {
    const [[shared, ...others] = []] = await readMergeBases(repository, [[ours.id, theirs.id]], { env });
    if (!shared) return undefined;
    const [found] = await readNamed(repository, [shared], { env });
    const [merged = null] = others.length > 0 ? await readMergedBases(repository, [[shared, ...others]], { env }) : [];
    return found && { commits: [ours.id, theirs.id], base: found, compared: merged === null ? found : { id: merged, tree: merged } };
  }
  const root = base.kind === "commit" ? base.id : (await wrapTrees(repository, [{ tree: base.tree, parents: [] }], { env }))[0];
  const parents = root ? [root] : [];
  const [a = "", b = ""] = await wrapTrees(
    repository,
    [ours, theirs].map(({ tree }) => ({ tree, parents })),
    { env },
  );
  return { commits: [a, b], base, compared: base };
};

const readPair = async (
  repository: Repository,
  [ours, theirs]: readonly [NamedTree, NamedTree],
  base: Base,
  merge: MergeOutcome,
  env: Env,
): Promise<PairInput> => {
  const spans = [ours, theirs].map(({ tree }) => [base.tree, tree] as const);
  const diffs = await readTreeDiffs(repository, spans, { env, renames: true });
  const trees = new Trees(repository, env);
  const own: Map<string, Change>[] = [];
  for (const [side, { tree }] of [ours, theirs].entries()) {
    const packageOf = packagesIn(trees, tree);
    const changes = new Map<string, Change>();
    for (const change of diffs[side] ?? []) changes.set(change.path, { ...change, package: await packageOf(change.path) });
    own.push(changes);
  }
  await trees.close();
  const [ourChanges = new Map(), theirChanges = new Map()] = own;
  const edited = { base: base.tree, trees: [ours.tree, theirs.tree], own: [ourChanges, theirChanges] } as const;
  const [[ourEdits, theirEdits] = [new Map(), new Map()]] = await readPairEdits(repository, [edited], { env });
  return {
    base: base.id,
    ours: { snapshot: ours.tree, changes: ourChanges, edits: ourEdits },
    theirs: { snapshot: theirs.tree, changes: theirChanges, edits: theirEdits },
    merge,
    code: noCode,
    notAssessed: [],
  };
};

const detected = (finding: Finding, [ours, theirs]: readonly [NamedTree, NamedTree], request: DetectRequest): DetectedConflict => ({
  ...finding,
  status: "open",
  fingerprint: fingerprintOf(finding.kind, [ours.id, theirs.id], finding.place),
  agents: [
    { id: ours.id, name: request.ours, branch: null },
    { id: theirs.id, name: request.theirs, branch: null },
  ],
  openedAt: null,
});
