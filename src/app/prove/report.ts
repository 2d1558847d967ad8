import type { ConflictKind, Finding } from "../../model/conflict.ts";
import type { Oid } from "../../model/ids.ts";
import type { Severity } from "../../model/severity.ts";
import type { Loss } from "./loss.ts";
import type { Outcome } from "./outcome.ts";
import type { NotCompared } from "./replay.ts";
import type { Verdict } from "./verdict.ts";

/** What git nerve would have said in a repository's own history, against what happened. Times are ISO 8601. */
export interface ProofReport {
  readonly head: Oid;
  readonly since: string | null;
  readonly max: number;
  /** What was gone through, and what could not be. */
  readonly scope: Scope;
  /** Newest first. */
  readonly landings: readonly ProvenLanding[];
  readonly losses: readonly (Loss & LandingName)[];
  /** Strongest kind first, then by severity. */
  readonly kinds: readonly KindTally[];
  /** Of high warnings that were confirmed and could be dated. */
  readonly lead: { readonly warnings: number; readonly medianSeconds: number | null };
}

export interface Scope extends NotCompared {
  /** Landings gone through, compared or not. */
  readonly merges: number;
  readonly squashed: number;
  readonly compared: number;
  readonly conflicted: number;
  /** Time of the oldest landing gone through. */
  readonly from: string | null;
  /** There are older ones that `max` left out. */
  readonly older: boolean;
  readonly octopus: number;
  /** Squashed pull requests whose branch is not in this clone. */
  readonly branchUnknown: number;
  /** The clone was cut off: some branches seem to have no common history, or an older one than they have. */
  readonly shallow: boolean;
  /** What follows a landing is looked at up to here. */
  readonly window: { readonly commits: number; readonly seconds: number };
}

/** How to find a landing. */
export interface LandingName {
  readonly commit: Oid;
  readonly title: string;
  readonly at: string;
}

export interface ProvenLanding extends LandingName {
  readonly how: "merge" | "squash";
  readonly pullRequest: number | null;
  readonly author: string;
  readonly base: Oid;
  readonly ours: Oid;
  readonly theirs: Oid;
  readonly outcome: Outcome;
  readonly reverted: Oid | null;
  readonly warnings: readonly ProvenWarning[];
  readonly notAssessed: readonly { readonly path: string; readonly reason: string }[];
}

export interface ProvenWarning extends Pick<Finding, "kind" | "severity" | "place" | "files" | "symbols" | "summary">, Verdict {
  /** The first two commits that clash; null for what was not dated: only confirmed warnings of high severity are. */
  readonly earliest: { readonly ours: Oid; readonly theirs: Oid; readonly at: string; readonly secondsBefore: number } | null;
}

export interface KindTally {
  readonly kind: ConflictKind;
  readonly severity: Severity;
  readonly warned: number;
  readonly confirmed: number;
  readonly noise: number;
  readonly notAssessed: number;
}
