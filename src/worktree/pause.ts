import { readOperation } from "../git/operation.ts";
import { readPlace, type Worktree } from "../git/worktrees.ts";
import type { Snapshot } from "./snapshot.ts";

/** Why a worktree should not be looked at now; undefined when it can be. A bisect moves only HEAD: the content is what it says. */
export const findPause = async (worktree: Worktree): Promise<Snapshot | undefined> => {
  const [place, operation] = await Promise.all([readPlace(worktree), readOperation(worktree.gitDir)]);
  if (place !== "ours") return { kind: "vanished" };
  if (operation === null || operation === "bisect") return undefined;
  return { kind: "paused", reason: `${operation} in progress` };
};
