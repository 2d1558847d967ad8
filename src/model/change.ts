import type { Oid } from "./ids.ts";

/** One path of a change set. Modes are git's ("100644", "100755", "120000", "160000"); null where the side does not have the path. */
export interface Change {
  readonly path: string;
  readonly status: "added" | "modified" | "deleted" | "renamed";
  /** Where a renamed file was in the base. */
  readonly oldPath?: string;
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly oldBlob: Oid | null;
  readonly newBlob: Oid | null;
  /** Folder of the nearest manifest ("" is the root); null when no manifest stands above the path. */
  readonly package: string | null;
}

/** Something we did not look at, and why. Never the same as "nothing there". */
export interface NotAssessed {
  readonly path: string;
  readonly reason: string;
}

/** What a worktree would land: its snapshot against its base. */
export interface ChangeSet {
  /** Merge base with the branch the work will land on; null while there is no commit at all. */
  readonly base: Oid | null;
  readonly head: Oid | null;
  /** Commits from base (excluded) to head, newest first, at most 200: lets another clone see that work is stacked on other work. */
  readonly commits: readonly Oid[];
  /** The worktree's content as a tree. */
  readonly snapshot: Oid;
  readonly changes: readonly Change[];
  readonly notAssessed: readonly NotAssessed[];
}

/** Lines that a side touched, in the numbering of the common base. `count` 0 is a pure insertion after line `start`. */
export interface Hunk {
  readonly start: number;
  readonly count: number;
  readonly added: number;
}
