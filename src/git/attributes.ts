import fs from "node:fs";
import type { GitOptions } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/**
 * Runs git on the repository as a whole, with the `.gitattributes` of the worktree it was opened from: `merge=union`, `-merge` and `-diff`
 * then mean here what they mean to the user's own `git merge`. Git up to 2.42 reads attributes from files only.
 *
 * Git runs in the worktree's root: merge-tree gives paths relative to the folder it is called from.
 */
export const withAttributes = (repository: Repository, options: Omit<GitOptions, "cwd"> = {}): GitOptions => {
  const { workTree } = repository;
  if (workTree === null || !fs.existsSync(workTree)) return inRepository(repository, options);
  return { ...inRepository(repository, { ...options, env: { GIT_WORK_TREE: workTree, ...options.env } }), cwd: workTree };
};
