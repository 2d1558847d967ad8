import type { Oid } from "../model/ids.ts";
import { sensing } from "./private-index.ts";
import { bytesOf, type RawPath } from "./raw-path.ts";
import type { Repository } from "./repository.ts";
import { ResidentGit } from "./resident.ts";
import { inWorktree, type Worktree } from "./worktrees.ts";

/**
 * Writes files of one worktree to the private store as `git add` would, filters and line ends included, through a process that stays. It reads
 * each attribute file and the configuration once: `close` it when those have changed, and the next file starts it anew.
 */
export class Blobs {
  readonly #writer: ResidentGit;

  constructor(repository: Repository, worktree: Worktree) {
    const { cwd, env } = inWorktree(worktree, { env: sensing(repository) });
    this.#writer = new ResidentGit(["hash-object", "-w", "--stdin-paths"], { cwd, env: env ?? {} });
  }

  /** The blob of a file. The path must hold no line end and not begin with a double quote: git would read another one. */
  write(path: RawPath): Promise<Oid> {
    return this.#writer.ask(Buffer.concat([bytesOf(path), Buffer.from("\n")]), (answer) => answer.line());
  }

  close(): Promise<void> {
    return this.#writer.close();
  }
}
