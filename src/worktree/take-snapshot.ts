import fs from "node:fs/promises";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import {
  discardIndex,
  type PrivateIndex,
  readTrackedChanges,
  readUntracked,
  seedIndex,
  unstagePaths,
  writeIndexTree,
} from "../git/private-index.ts";
import { type RawPath, shownPath } from "../git/raw-path.ts";
import type { Repository } from "../git/repository.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { NotAssessed } from "../model/change.ts";
import { findPause } from "./pause.ts";
import { selectPaths } from "./select-paths.ts";
import type { Snapshot } from "./snapshot.ts";
import { stage } from "./stage.ts";

/** Passes before a worktree that moves all the time is given up for now. */
const attempts = 3;

/** Files that never hold still (a log that nobody ignored) are left out of the last attempt, up to this many. */
const restlessLimit = 20;

/**
 * The content of a worktree, uncommitted and untracked included, ignored excluded, as a tree in the private store. Other worktrees and
 * repositories inside it are not part of it; submodules are, as the commit they are at. Proven by looking again after writing. The user's
 * index, object store and settings are not touched. Never throws because of what is in the worktree.
 */
export const takeSnapshot = async (repository: Repository, worktree: Worktree): Promise<Snapshot> => {
  let restless: ReadonlySet<RawPath> = new Set();
  let failure = "it kept changing while it was being read";
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const pause = await findPause(worktree);
    if (pause) return pause;
    const without = attempt === attempts && restless.size <= restlessLimit ? restless : new Set<RawPath>();
    try {
      const { snapshot, moved } = await pass(repository, worktree, without);
      if (snapshot) return (await findPause(worktree)) ?? snapshot;
      restless = attempt === 1 ? moved : new Set([...moved].filter((file) => restless.has(file)));
    } catch (error) {
      if (!(error instanceof NerveError)) throw error;
      failure = error.message;
    }
  }
  return (await findPause(worktree)) ?? { kind: "unstable", reason: failure };
};

/** One attempt: a snapshot that was proven, or else the paths that moved meanwhile (none when it was the user's index that did). */
const pass = async (
  repository: Repository,
  worktree: Worktree,
  restless: ReadonlySet<RawPath>,
): Promise<{ snapshot?: Snapshot; moved: ReadonlySet<RawPath> }> => {
  const mark = await readIndexMark(worktree);
  const index = await seedIndex(repository, worktree);
  try {
    const seen = await look(index);
    const still = (paths: readonly RawPath[]) => paths.filter((file) => !restless.has(file));
    const { taken, leftOut, notAssessed } = await selectPaths(worktree, still(seen.changed), still(seen.untracked));
    await unstagePaths(index, still(seen.removed));
    const refused = await stage(index, taken);
    const [tree, again] = await Promise.all([writeIndexTree(index), look(index)]);
    const expected = new Set([...leftOut, ...restless, ...refused.map(({ path: file }) => file)]);
    const strays = await selectPaths(worktree, [], again.untracked);
    const differing = [...again.changed, ...again.removed, ...strays.taken];
    const moved = new Set(differing.filter((file) => !expected.has(file)));
    if (moved.size > 0 || (await readIndexMark(worktree)) !== mark) return { moved };
    const untold = [...seen.notAssessed, ...notAssessed, ...refused.map(({ refusal }) => refusal), ...[...restless].map(restlessOne)];
    return { moved, snapshot: { kind: "stable", tree, notAssessed: untold } };
  } finally {
    await discardIndex(index);
  }
};

const look = async (index: PrivateIndex) => {
  const [tracked, others] = await Promise.all([readTrackedChanges(index), readUntracked(index)]);
  return { ...tracked, ...others };
};

/** What the user's index looks like from outside; "" while there is none. */
const readIndexMark = async (worktree: Worktree): Promise<string> => {
  const stat = await fs.stat(path.join(worktree.gitDir, "index"), { bigint: true }).catch(() => undefined);
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : "";
};

const restlessOne = (file: RawPath): NotAssessed => ({ path: shownPath(file), reason: "it kept changing while it was being read" });
