import { isDeepStrictEqual } from "node:util";
import { Trees } from "../git/trees.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { ChangeSet } from "../model/change.ts";
import { readChangeSet } from "../worktree/change-set.ts";
import { type Landing, readLanding } from "../worktree/landing.ts";
import type { Snapshot } from "../worktree/snapshot.ts";
import { SnapshotKeeper } from "../worktree/snapshot-keeper.ts";
import { takeSnapshot } from "../worktree/take-snapshot.ts";
import type { Nerve } from "./nerve.ts";

/** What looking at a worktree came to. */
export interface Look {
  /** Null when its content could not be told now: see `reason`. */
  readonly changeSet: ChangeSet | null;
  /** Name of the branch its work will land on. */
  readonly landing: string | null;
  readonly reason: string | null;
}

/** What moved since the last look, as far as somebody noticed. */
export interface Hints {
  /** Paths by worktree id; null for "look at everything", an empty list for "its index or an operation of git's". */
  readonly worktrees: ReadonlyMap<Worktree["id"], readonly string[] | null>;
  /** Refs or a HEAD moved: bases may have. */
  readonly refs: boolean;
}

/** What is known of a worktree from the last look. */
interface Remembered {
  readonly head: string;
  readonly snapshot: Snapshot;
  readonly landing: Landing;
  readonly look: Look;
}

/** Looks at worktrees: snapshot, base, change set. Of what it looked at before, only what moved is looked at again. */
export class Looker {
  readonly #nerve: Nerve;
  readonly #trees: Trees;
  readonly #resident: boolean;
  readonly #remembered = new Map<Worktree["id"], Remembered>();
  readonly #keepers = new Map<Worktree["id"], { readonly path: string; readonly keeper: SnapshotKeeper }>();

  /** `resident`: many looks will follow, so that keeping each worktree's snapshot up to date pays. */
  constructor(nerve: Nerve, { resident }: { readonly resident: boolean }) {
    this.#nerve = nerve;
    this.#trees = new Trees(nerve.repository);
    this.#resident = resident;
  }

  /** Those of `worktrees` where something moved: all of them without hints. */
  async look(worktrees: readonly Worktree[], hints?: Hints): Promise<{ worktree: Worktree; look: Look }[]> {
    const looks: { worktree: Worktree; look: Look }[] = [];
    await this.#forget(worktrees);
    for (const worktree of worktrees) {
      const known = this.#remembered.get(worktree.id);
      const moved = !hints || !known || hints.worktrees.has(worktree.id);
      const rebased = !hints || hints.refs || known?.head !== headOf(worktree);
      if (!moved && !rebased) continue;
      const paths = known ? (hints?.worktrees.get(worktree.id) ?? null) : null;
      const snapshot = moved || !known ? this.#take(worktree, paths) : known.snapshot;
      const look = await this.#lookAt(worktree, snapshot, rebased ? undefined : known?.landing);
      if (look !== known?.look) looks.push({ worktree, look });
    }
    return looks;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#keepers.values()].map(({ keeper }) => keeper.close()));
    await this.#trees.close();
  }

  #take(worktree: Worktree, paths: readonly string[] | null): Promise<Snapshot> {
    if (!this.#resident) return takeSnapshot(this.#nerve.repository, worktree);
    const kept = this.#keepers.get(worktree.id) ?? {
      path: worktree.path,
      keeper: new SnapshotKeeper(this.#nerve.repository, worktree, this.#trees),
    };
    this.#keepers.set(worktree.id, kept);
    return kept.keeper.take(paths);
  }

  /** Lets go of worktrees that are gone, or stand elsewhere now. */
  async #forget(present: readonly Worktree[]): Promise<void> {
    const places = new Map(present.map(({ id, path }) => [id, path]));
    for (const [id, { path, keeper }] of this.#keepers) {
      if (places.get(id) === path) continue;
      this.#keepers.delete(id);
      this.#remembered.delete(id);
      await keeper.close();
    }
  }

  async #lookAt(worktree: Worktree, taken: Snapshot | Promise<Snapshot>, knownLanding?: Landing): Promise<Look> {
    const { repository, config } = this.#nerve;
    const [snapshot, landing] = await Promise.all([taken, knownLanding ?? readLanding(repository, worktree, config)]);
    const head = headOf(worktree);
    const known = this.#remembered.get(worktree.id);
    const same = known?.head === head && isDeepStrictEqual([known.snapshot, known.landing], [snapshot, landing]);
    const look = same ? known.look : await this.#lookOf(worktree, snapshot, landing);
    this.#remembered.set(worktree.id, { head, snapshot, landing, look });
    return look;
  }

  async #lookOf(worktree: Worktree, snapshot: Snapshot, { branch, base, reason }: Landing): Promise<Look> {
    if (snapshot.kind === "vanished") return { changeSet: null, landing: branch, reason: "its folder is gone" };
    if (snapshot.kind !== "stable") return { changeSet: null, landing: branch, reason: `${snapshot.kind}: ${snapshot.reason}` };
    const span = { base, head: worktree.head, snapshot: snapshot.tree, notAssessed: snapshot.notAssessed };
    return { changeSet: await readChangeSet(this.#nerve.repository, this.#trees, span), landing: branch, reason };
  }
}

const headOf = ({ head, branch }: Worktree): string => `${head} ${branch}`;
