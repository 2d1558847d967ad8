import { isDeepStrictEqual } from "node:util";
import { Trees } from "../git/trees.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { ChangeSet } from "../model/change.ts";
import { readChangeSet } from "../worktree/change-set.ts";
import { type Landing, readLanding } from "../worktree/landing.ts";
import type { Snapshot } from "../worktree/snapshot.ts";
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
  readonly #remembered = new Map<Worktree["id"], Remembered>();

  constructor(nerve: Nerve, _options: { readonly resident: boolean }) {
    this.#nerve = nerve;
    this.#trees = new Trees(nerve.repository);
  }

  /** Those of `worktrees` where something moved: all of them without hints. */
  async look(worktrees: readonly Worktree[], hints?: Hints): Promise<{ worktree: Worktree; look: Look }[]> {
    const looks: { worktree: Worktree; look: Look }[] = [];
    for (const worktree of worktrees) {
      const known = this.#remembered.get(worktree.id);
      const moved = !hints || !known || hints.worktrees.has(worktree.id);
      const rebased = !hints || hints.refs || known?.head !== headOf(worktree);
      if (!moved && !rebased) continue;
      const look = await this.#lookAt(worktree, moved ? undefined : known?.snapshot, rebased ? undefined : known?.landing);
      if (look !== known?.look) looks.push({ worktree, look });
    }
    return looks;
  }

  close(): Promise<void> {
    return this.#trees.close();
  }

  async #lookAt(worktree: Worktree, knownSnapshot?: Snapshot, knownLanding?: Landing): Promise<Look> {
    const { repository, config } = this.#nerve;
    const [snapshot, landing] = await Promise.all([
      knownSnapshot ?? takeSnapshot(repository, worktree),
      knownLanding ?? readLanding(repository, worktree, config),
    ]);
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
