import { git } from "./exec.ts";
import { sensing } from "./private-index.ts";
import { preparePrivateStore } from "./private-store.ts";
import { isText, rawRecords, shownPath } from "./raw-path.ts";
import type { Repository } from "./repository.ts";
import { inWorktree, type Worktree } from "./worktrees.ts";

/** Folders of which everything is ignored and nothing tracked, relative to the root, without a slash at the end; the outermost ones only. */
export const readIgnoredFolders = async (repository: Repository, worktree: Worktree): Promise<string[]> => {
  // git takes a folder whose object store is missing for no repository at all.
  await preparePrivateStore(repository);
  const args = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"];
  const { stdout } = await git(args, inWorktree(worktree, { env: sensing(repository) }));
  return rawRecords(stdout)
    .filter((path) => path.endsWith("/") && isText(path))
    .map((path) => shownPath(path.slice(0, -1)));
};
