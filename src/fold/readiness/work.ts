import type { Digest } from "../../model/digest.ts";
import type { AgentRecord } from "../../model/state.ts";

/** What an agent has that has not landed yet, with the little that only git can tell of it. */
export interface Work {
  readonly agent: AgentRecord;
  /** Whether it is in a worktree of this clone. */
  readonly local: boolean;
  readonly digest: Digest;
  /** How much of it is not committed; null when that is not known here. */
  readonly uncommitted: "nothing" | "some" | "everything" | null;
  readonly landing: LandingFacts;
}

/** How the branch that work lands on stands to it. */
export interface LandingFacts {
  /** Whether it has commits that the work does not have; null when that is not known here. */
  readonly moved: boolean | null;
  /** Paths that both changed since they parted, each in its own way. */
  readonly overlap: readonly string[];
  /** What costs a git process to find out. It is told, and counts for nothing: the score is the same for those who did not ask. */
  readonly asked: {
    /** Commits that the landing branch has and the work does not. */
    readonly ahead: number | null;
    /** What git says to merging the work into it now. */
    readonly merge: "clean" | "fails" | null;
  };
}

/** Of a landing branch that git was not asked about. */
export const notAsked: LandingFacts["asked"] = { ahead: null, merge: null };

/** Whether `work` contains all commits of `other`, and `other` has some: landing the one lands the other. */
export const standsOn = (work: Work, other: Work): boolean =>
  other.digest.head !== null &&
  other.digest.head !== other.digest.base &&
  other.digest.head !== work.digest.head &&
  work.digest.commits.includes(other.digest.head);
