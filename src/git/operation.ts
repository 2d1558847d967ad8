import fs from "node:fs/promises";
import path from "node:path";

/** Something git is in the middle of in a worktree, begun by a command and not yet ended or aborted. */
export type Operation = "rebase" | "am" | "merge" | "cherry-pick" | "revert" | "bisect";

/**
 * What each operation leaves in the worktree's git directory while it lasts; the first that is found speaks. `git am` and the apply backend
 * of `git rebase` share a folder, and `applying` in it tells them apart.
 */
const traces: readonly (readonly [file: string, operation: Operation])[] = [
  ["rebase-merge", "rebase"],
  ["rebase-apply/applying", "am"],
  ["rebase-apply", "rebase"],
  ["MERGE_HEAD", "merge"],
  ["CHERRY_PICK_HEAD", "cherry-pick"],
  ["REVERT_HEAD", "revert"],
  ["BISECT_LOG", "bisect"],
];

/** What is in progress in the worktree that `gitDir` belongs to; null when nothing is. */
export const readOperation = async (gitDir: string): Promise<Operation | null> => {
  const found = await Promise.all(traces.map(([file]) => exists(path.join(gitDir, file))));
  return traces.find((_, place) => found[place])?.[1] ?? null;
};

const exists = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  );
