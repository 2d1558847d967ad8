import fs from "node:fs/promises";
import path from "node:path";
import { readIgnoredFolders } from "../git/ignored.ts";
import type { Repository } from "../git/repository.ts";
import { readWorktrees, type Worktree } from "../git/worktrees.ts";
import { FolderWatch, findNativeWatcher, type NativeWatcher } from "./folder-watch.ts";
import { hintOf, silentFolders } from "./git-dir-hints.ts";

/** Where to look again. A hint is no fact: the same thing may be told twice, and something else may have moved as well. */
export type Hint =
  /** Paths of one worktree, relative to its root; none when it was its index or an operation that moved, null when anything may have. */
  | { readonly kind: "worktree"; readonly id: string; readonly paths: readonly string[] | null }
  /** Refs, a HEAD, or the list of worktrees moved. */
  | { readonly kind: "repository" }
  /** Something of ours was written under `refs/nerveplane`. */
  | { readonly kind: "plane" };

/** A watch that is on. */
export interface Watching {
  /** "polling" while anything at all has to be polled, and why. */
  readonly mode: "events" | "polling";
  readonly reason: string | null;
  /** Ends it; nothing of it runs any more when this resolves. */
  close(): Promise<void>;
}

export interface WatchOptions {
  /** False polls everything, as on file systems that tell no events. */
  readonly events?: boolean;
  readonly pollMs?: number;
}

/**
 * Watches all worktrees of a clone, those that come later too, and its common git directory. `tell` is called as things move, at once and often:
 * gather the hints before acting on them. What cannot be watched is polled: a hint for everything in it, every `pollMs` milliseconds (3,000).
 */
export const watchWorktrees = async (repository: Repository, tell: (hint: Hint) => void, options: WatchOptions = {}): Promise<Watching> => {
  const native = options.events === false ? undefined : await findNativeWatcher();
  const reason = options.events === false ? "events were not wanted" : "the native file watcher is not installed";
  const watch = new Watch(repository, tell, options.pollMs ?? 3_000, native ?? reason);
  await watch.start();
  return watch;
};

/** Never watched, however a repository's ignore rules look. A tracked file below `node_modules` is seen with the next full pass. */
const neverWatched = ["**/.git", "**/.git/**", "**/node_modules", "**/node_modules/**"];

const ignoreRules = /(^|\/)\.gitignore$/;

class Watch implements Watching {
  readonly #repository: Repository;
  readonly #tell: (hint: Hint) => void;
  readonly #pollMs: number;
  /** Or why there is none. */
  readonly #native: NativeWatcher | string;
  /** By worktree id; the git directory's is under "". Undefined for what is polled. */
  readonly #watches = new Map<string, { readonly folder: string; readonly watch: FolderWatch | undefined }>();
  #poll: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #closed = false;
  #reason: string | null = null;

  constructor(repository: Repository, tell: (hint: Hint) => void, pollMs: number, native: NativeWatcher | string) {
    this.#repository = repository;
    this.#tell = tell;
    this.#pollMs = pollMs;
    this.#native = native;
  }

  get mode(): "events" | "polling" {
    return this.#poll ? "polling" : "events";
  }

  get reason(): string | null {
    return this.#poll ? this.#reason : null;
  }

  async start(): Promise<void> {
    const folder = await fs.realpath(this.#repository.commonDir);
    await this.#open("", folder, async () => [...silentFolders.map((name) => path.join(folder, name)), "**/*.lock"]);
    await this.#reconcile();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    this.#poll = undefined;
    await this.#work;
    await Promise.all([...this.#watches.values()].map(({ watch }) => watch?.close()));
    this.#watches.clear();
  }

  /** Watches what came, lets go of what went. One at a time: the list may change again meanwhile. */
  #reconcile(): Promise<void> {
    this.#work = this.#work.then(() => this.#follow()).catch((error) => this.#pollInstead(String(error)));
    return this.#work;
  }

  async #follow(): Promise<void> {
    if (this.#closed) return;
    const worktrees = (await readWorktrees(this.#repository)).filter(({ vanished, copied }) => !vanished && !copied);
    const roots = new Map(await Promise.all(worktrees.map(async (each) => [each.id, await fs.realpath(each.path)] as const)));
    for (const [id, { folder, watch }] of this.#watches) {
      if (id === "" || roots.get(id) === folder) continue;
      this.#watches.delete(id);
      await watch?.close();
    }
    for (const worktree of worktrees) {
      const root = roots.get(worktree.id);
      if (root === undefined || this.#watches.has(worktree.id) || this.#closed) continue;
      await this.#open(worktree.id, root, () => this.#unwatched(worktree, root));
    }
  }

  async #unwatched(worktree: Worktree, root: string): Promise<string[]> {
    const ignored = await readIgnoredFolders(this.#repository, worktree).catch(() => []);
    const others = (await readWorktrees(this.#repository)).map(({ path: each }) => each).filter((each) => each.startsWith(root + path.sep));
    return [...neverWatched, ...ignored.map((folder) => path.join(root, folder)), ...others];
  }

  async #open(id: string, folder: string, ignore: () => Promise<string[]>): Promise<void> {
    if (typeof this.#native === "string") {
      this.#watches.set(id, { folder, watch: undefined });
      return this.#pollInstead(this.#native);
    }
    const watch: FolderWatch = new FolderWatch(this.#native, folder, ignore, {
      moved: (paths) => (id === "" ? this.#gitDirMoved(paths) : this.#worktreeMoved(id, watch, paths)),
      gone: () => this.#listMoved(),
      failed: (reason) => this.#giveUp(id, folder, reason),
    });
    this.#watches.set(id, { folder, watch });
    try {
      await watch.start();
    } catch (error) {
      this.#giveUp(id, folder, String(error));
    }
  }

  #worktreeMoved(id: string, watch: FolderWatch, paths: readonly string[] | null): void {
    if (paths?.some((each) => ignoreRules.test(each))) watch.renew();
    this.#say({ kind: "worktree", id, paths });
  }

  #gitDirMoved(paths: readonly string[] | null): void {
    if (paths === null) {
      for (const id of this.#watches.keys()) if (id !== "") this.#say({ kind: "worktree", id, paths: [] });
      this.#say({ kind: "plane" });
      this.#listMoved();
      return;
    }
    const hints = new Map(paths.map(hintOf).flatMap((hint) => (hint ? [[JSON.stringify(hint), hint]] : [])));
    for (const hint of hints.values()) {
      if (hint.kind === "worktrees") this.#listMoved();
      else if (hint.kind !== "index") this.#say(hint);
      else if (hint.id !== null) this.#say({ kind: "worktree", id: hint.id, paths: [] });
      else for (const id of this.#watches.keys()) if (id !== "") this.#say({ kind: "worktree", id, paths: null });
    }
  }

  /** Told when the new list is watched, so that nothing between is missed. */
  #listMoved(): void {
    void this.#reconcile().then(() => this.#say({ kind: "repository" }));
  }

  #giveUp(id: string, folder: string, reason: string): void {
    this.#watches.set(id, { folder, watch: undefined });
    this.#pollInstead(reason);
  }

  #pollInstead(reason: string): void {
    if (this.#closed || this.#poll) return;
    this.#reason = reason;
    this.#poll = setInterval(() => {
      void this.#reconcile();
      for (const [id, { watch }] of this.#watches) if (id !== "" && !watch) this.#say({ kind: "worktree", id, paths: null });
      if (!this.#watches.get("")?.watch) for (const kind of ["repository", "plane"] as const) this.#say({ kind });
    }, this.#pollMs);
  }

  #say(hint: Hint): void {
    if (!this.#closed) this.#tell(hint);
  }
}
