import { Blobs } from "../git/blobs.ts";
import { IgnoreRules } from "../git/ignored.ts";
import { preparePrivateStore } from "../git/private-store.ts";
import { rawPath } from "../git/raw-path.ts";
import type { Repository } from "../git/repository.ts";
import type { Trees } from "../git/trees.ts";
import type { Worktree } from "../git/worktrees.ts";
import { allowPlainEdits, type Circumstances, readCircumstances, readMark } from "./circumstances.ts";
import { editTree } from "./edit-tree.ts";
import { findPause } from "./pause.ts";
import { findPlainEdits } from "./plain-edits.ts";
import type { Snapshot } from "./snapshot.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/** More hints than this are not looked at one by one. */
const hintLimit = 2_000;

interface Known extends Circumstances {
  readonly snapshot: Extract<Snapshot, { kind: "stable" }>;
  readonly isPlain: boolean;
}

/**
 * Keeps the snapshot of one worktree up to date. Told which paths moved, it edits the last snapshot where it can: a save costs a few
 * milliseconds, however large the repository. Where it cannot, and when it is not told, it takes the snapshot anew.
 */
export class SnapshotKeeper {
  readonly #repository: Repository;
  readonly #worktree: Worktree;
  readonly #trees: Trees;
  readonly #blobs: Blobs;
  readonly #rules: IgnoreRules;
  #known: Known | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #fullPasses = 0;

  /** `trees` stays its owner's to close. */
  constructor(repository: Repository, worktree: Worktree, trees: Trees) {
    this.#repository = repository;
    this.#worktree = worktree;
    this.#trees = trees;
    this.#blobs = new Blobs(repository, worktree);
    this.#rules = new IgnoreRules(repository, worktree);
  }

  /** How often everything had to be looked at. */
  get fullPasses(): number {
    return this.#fullPasses;
  }

  /**
   * The snapshot, given that at most `paths` (relative to the root) moved since the last one; null when anything may have. What moved and was
   * not named is missed until the next full pass. One call at a time; later ones wait.
   */
  take(paths: readonly string[] | null): Promise<Snapshot> {
    const turn = this.#queue.then(() => this.#take(paths));
    this.#queue = turn.catch(() => {});
    return turn;
  }

  /** Ends the processes it keeps. */
  async close(): Promise<void> {
    await this.#queue;
    await Promise.all([this.#blobs.close(), this.#rules.close()]);
  }

  async #take(paths: readonly string[] | null): Promise<Snapshot> {
    const known = this.#known;
    this.#known = undefined;
    const pause = await findPause(this.#worktree);
    if (pause) return pause;
    if (paths && paths.length <= hintLimit && known?.isPlain) {
      const snapshot = await this.#edited(known, paths).catch(() => undefined);
      if (snapshot) {
        this.#known = { ...known, snapshot };
        return snapshot;
      }
    }
    return this.#takeAnew();
  }

  /** The known snapshot with the edits of `paths`; undefined when they are not plain, or anything around them moved. Rejects when git fails. */
  async #edited(known: Known, paths: readonly string[]): Promise<Known["snapshot"] | undefined> {
    const { snapshot, settings, mark } = known;
    const untold = new Set(snapshot.notAssessed.map(({ path }) => path));
    if (paths.some((path) => untold.has(path)) || (await this.#mark(settings)) !== mark) return undefined;
    const tools = {
      worktree: this.#worktree,
      trees: this.#trees,
      blobs: this.#blobs,
      rules: this.#rules,
      foldsCase: settings.values.get("core.ignorecase") === "true",
    };
    const edits = await findPlainEdits(tools, snapshot.tree, paths.map(rawPath));
    if (!edits) return undefined;
    const tree = await editTree(this.#trees, snapshot.tree, edits);
    const stood = (await this.#mark(settings)) === mark && !(await findPause(this.#worktree));
    return stood ? { ...snapshot, tree } : undefined;
  }

  async #takeAnew(): Promise<Snapshot> {
    this.#fullPasses++;
    await Promise.all([this.#blobs.close(), this.#rules.close()]);
    const [repository, worktree] = [this.#repository, this.#worktree];
    await preparePrivateStore(repository);
    const circumstances = await readCircumstances(repository, worktree);
    const [snapshot, allowed] = await Promise.all([
      takeSnapshot(repository, worktree),
      allowPlainEdits(repository, worktree, circumstances.settings),
    ]);
    if (snapshot.kind !== "stable" || (await this.#mark(circumstances.settings)) !== circumstances.mark) return snapshot;
    const isCut = snapshot.notAssessed.some(({ path }) => path === "");
    this.#known = { ...circumstances, snapshot, isPlain: allowed && !isCut };
    return snapshot;
  }

  #mark(settings: Known["settings"]): Promise<string> {
    return readMark(this.#repository, this.#worktree, settings);
  }
}
