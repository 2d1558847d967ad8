import { planeNamespace } from "../git/refs.ts";
import { mainId, worktreeIdOf } from "../git/worktrees.ts";

/** What a change below the common git directory means. */
export type GitDirHint =
  /** Refs, a HEAD or configuration moved. */
  | { readonly kind: "repository" }
  /** A worktree came, went or moved. */
  | { readonly kind: "worktrees" }
  /** Something of ours was said, here or elsewhere. */
  | { readonly kind: "plane" }
  /** The index of one worktree, or an operation in it, or (id null) rules that hold for all of them. */
  | { readonly kind: "index"; readonly id: string | null };

/** Folders of a git directory whose changes say nothing that is not said elsewhere too. */
export const silentFolders: readonly string[] = ["objects", "nerveplane", "lfs", "logs", "hooks", "modules", "rr-cache"];

/** What to make of a change of `path`, relative to the common git directory; undefined when nothing follows from it. */
export const hintOf = (path: string): GitDirHint | undefined => {
  if (path.endsWith(".lock") || path === "refs") return undefined;
  if (`${path}/`.startsWith(planeNamespace)) return { kind: "plane" };
  if (path.startsWith("refs/") || path === "packed-refs" || path.startsWith("reftable/") || path === "shallow")
    return { kind: "repository" };
  if (path === "config" || path.startsWith("info/")) return { kind: "index", id: null };
  const [, id, file] = /^worktrees\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (id === undefined) return path === "worktrees" ? { kind: "worktrees" } : inGitDir(mainId, path);
  return file === undefined || file === "gitdir" || file === "locked" ? { kind: "worktrees" } : inGitDir(worktreeIdOf(id), file);
};

const operations = /^(rebase-merge|rebase-apply|MERGE_HEAD|CHERRY_PICK_HEAD|REVERT_HEAD)$/;

const inGitDir = (id: string, file: string): GitDirHint | undefined => {
  if (file === "HEAD" || file.startsWith("refs/")) return { kind: "repository" };
  if (file === "index" || file.startsWith("info/") || file === "config.worktree" || operations.test(file)) return { kind: "index", id };
  return undefined;
};
