import type { ConflictKind } from "../model/conflict.ts";
import type { Severity } from "../model/severity.ts";

/** Everybody there is. Alice has the main worktree, the others have linked ones. */
export const sideNames = ["alice", "bob", "carol"] as const;

export type SideName = (typeof sideNames)[number];

/**
 * Work of two or three sides on one repository, and all that they should be told. What is expected is read off the meaning of the code, never off
 * what the program says.
 */
export interface Scenario {
  /** A sentence; no other scenario has it. */
  readonly name: string;
  /** All files that everybody started from, by path. */
  readonly base: Texts;
  readonly alice: Work;
  readonly bob: Work;
  readonly carol?: Work;
  /** Who has committed the work; that of the others lies in the worktree. */
  readonly committed?: readonly SideName[];
  /** Files whose code nobody reads, so that little can be said of them: generated ones. */
  readonly unread?: readonly string[];
  /** The complete list: anything else that is raised is noise. */
  readonly expected: readonly Expected[];
}

/** Text by path. */
export type Texts = Readonly<Record<string, string>>;

/** What a side does, by path. */
export type Work = Readonly<Record<string, Edit>>;

/** A file's new text; what is replaced in it; null where it is deleted; or what is brought from another path of the base. */
export type Edit = string | readonly Replacement[] | null | MovedHere;

/** What stood exactly once in the file, and what stands there instead. */
export type Replacement = readonly [was: string, is: string];

export interface MovedHere {
  /** Where the file was in the base. It is gone from there. */
  readonly from: string;
  readonly edits?: readonly Replacement[];
}

/** A conflict that somebody has to be told. What is left out may be anything. */
export interface Expected {
  readonly kind: ConflictKind;
  /** All of them. */
  readonly files: readonly string[];
  readonly place?: string;
  readonly severity?: Severity;
  /** Alice and Bob, unless said. */
  readonly between?: readonly [SideName, SideName];
}
