import { git } from "./exec.ts";
import { sensing } from "./private-index.ts";
import { preparePrivateStore } from "./private-store.ts";
import { isText, type RawPath, rawRecords, recordBytes, shownPath } from "./raw-path.ts";
import type { Repository } from "./repository.ts";
import { ResidentGit } from "./resident.ts";
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

/**
 * Tells which paths of one worktree are ignored, through a process that stays. It reads the index and each rule file once: `close` it when
 * those have changed, and the next question starts it anew.
 */
export class IgnoreRules {
  readonly #rules: ResidentGit;

  constructor(repository: Repository, worktree: Worktree) {
    // This command refuses literal pathspecs, and takes its paths literally all the same once they do not begin with a colon.
    const { cwd, env } = inWorktree(worktree, { env: { ...sensing(repository), GIT_LITERAL_PATHSPECS: undefined } });
    this.#rules = new ResidentGit(["check-ignore", "--stdin", "-z", "--verbose", "--non-matching"], { cwd, env: env ?? {} });
  }

  /** True when a rule ignores the path and it is not tracked. */
  ignores(path: RawPath): Promise<boolean> {
    return this.#rules.ask(recordBytes([`./${path}`]), async (answer) => {
      const [source, , pattern] = [await answer.record(), await answer.record(), await answer.record(), await answer.record()];
      return source.length > 0 && pattern[0] !== "!".charCodeAt(0);
    });
  }

  close(): Promise<void> {
    return this.#rules.close();
  }
}
