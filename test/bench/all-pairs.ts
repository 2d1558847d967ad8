import path from "node:path";
import { PairReader } from "../../src/app/code/pair-reader.ts";
import { Looker } from "../../src/app/look.ts";
import { openNerve } from "../../src/app/nerve.ts";
import { detectPair } from "../../src/detectors/index.ts";
import { privateStore } from "../../src/git/private-store.ts";
import type { Repository } from "../../src/git/repository.ts";
import { readWorktrees } from "../../src/git/worktrees.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import type { Bench } from "./result.ts";
import { inTurns } from "./rounds.ts";
import { editedText, sampleRepository } from "./sample-repository.ts";
import { run, type Sandbox } from "./sandbox.ts";

/** Twenty worktrees with uncommitted work, of which nothing has been compared yet: all 190 pairs. */
export const allPairs: Bench = {
  name: "all-pairs",

  async run(sandbox) {
    const { dir, files, write, worktrees } = await sampleRepository(sandbox, { files: 2000 });
    for (const [i, tree] of (await worktrees(20)).entries()) {
      // Three files that two neighbours change as well, and two that nobody else does.
      for (const at of [i, (i + 1) % 20, (i + 2) % 20]) write(files[at] ?? "", editedText(at, `tree ${i}`), tree);
      for (const at of [500 + i, 1000 + i]) write(files[at] ?? "", editedText(at, `tree ${i}`), tree);
    }
    const nerve = await openNerve(dir, () => {});
    const looker = new Looker(nerve, { resident: false });
    const looks = await looker.look(await readWorktrees(nerve.repository));
    await Promise.all([looker.close(), nerve.close()]);

    const sides = looks.flatMap(({ look }) => (look.changeSet && look.changeSet.changes.length > 0 ? [look.changeSet] : []));
    const pairs = sides.flatMap((ours, i) => sides.slice(i + 1).map((theirs) => [ours, theirs] as const));
    const commits = await commitsOf(nerve.repository, sides);
    const sharing = pairs.filter(shareFile).map((pair) => pair.map((side) => commits.get(side) ?? ""));
    const taken = await inTurns(7, {
      pairs: async () => {
        const reader = new PairReader(nerve.repository, { env: freshStore(nerve.repository, sandbox), cache: null });
        for (const { input } of await reader.read(pairs)) detectPair(input);
        await reader.close();
      },
      calls: async () => {
        const env = words(freshStore(nerve.repository, sandbox));
        for (const pair of sharing) await run([...env, "git", "merge-tree", "--write-tree", ...pair], { cwd: dir });
      },
      oneCall: () => {
        const input = sharing.map((pair) => `${pair.join(" ")}\n`).join("");
        return run([...words(freshStore(nerve.repository, sandbox)), "git", "merge-tree", "--write-tree", "--stdin"], { cwd: dir, input });
      },
    });
    return [
      {
        what: `all ${pairs.length} pairs of ${sides.length} dirty worktrees, cold`,
        unit: "ms",
        measured: taken.pairs,
        baseline: { what: `git merge-tree for each of the ${sharing.length} pairs that share a file`, measured: taken.calls },
        budget: 2,
        note: "code taken apart and all detectors included; the parsers are loaded",
      },
      {
        what: "the same",
        unit: "ms",
        measured: taken.pairs,
        baseline: { what: "one git merge-tree --stdin for those pairs", measured: taken.oneCall },
        note: "bases, edits and wrapping commits are ours on top of it",
      },
    ];
  },
};

const shareFile = ([ours, theirs]: readonly [ChangeSet, ChangeSet]): boolean => {
  const paths = new Set(ours.changes.map((change) => change.path));
  return theirs.changes.some((change) => paths.has(change.path));
};

/** A commit for each snapshot, as somebody would have to make before calling merge-tree. Not part of what is measured. */
const commitsOf = async (repository: Repository, sides: readonly ChangeSet[]): Promise<Map<ChangeSet, string>> => {
  const commits = new Map<ChangeSet, string>();
  for (const side of sides) {
    const made = ["git", "commit-tree", side.snapshot, "-p", side.head ?? "", "-m", "bench"];
    commits.set(side, await run([...words(privateStore(repository)), ...made], { cwd: repository.commonDir }));
  }
  return commits;
};

/** An empty object directory in front of all that is there: whatever is merged must be written. */
const freshStore = (repository: Repository, sandbox: Sandbox): Record<string, string> => {
  const { GIT_OBJECT_DIRECTORY: own = "" } = privateStore(repository);
  return {
    GIT_OBJECT_DIRECTORY: sandbox.folder(),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: [own, path.join(repository.commonDir, "objects")].join(path.delimiter),
  };
};

const words = (env: Readonly<Record<string, string>>): string[] => [
  "env",
  ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
];
