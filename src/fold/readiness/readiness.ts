import type { State } from "../../model/state.ts";
import { type Reason, reasonsOf } from "./reasons.ts";
import type { Work } from "./work.ts";

/** How ready some work is to land. */
export interface Readiness {
  /** 100: nothing is known that speaks against landing it now. Null: there is nothing to land. */
  readonly score: number | null;
  /** What was taken off, the most first. */
  readonly reasons: readonly Reason[];
  /** What nobody could look at. The first two kinds of it cost points; what another clone alone can know costs none. */
  readonly notAssessed: readonly string[];
}

/** How ready `work` is, beside `others` who work at the same time. The same state and works always give the same score. */
export const readinessOf = (state: State, work: Work, others: readonly Work[]): Readiness => {
  const notAssessed = [...notAssessedOf(work)];
  if (work.digest.changes.length === 0) return { score: null, reasons: [], notAssessed };
  const reasons = [...reasonsOf(state, work, others)].sort((a, b) => b.points - a.points);
  const lost = reasons.reduce((sum, { points }) => sum + points, 0);
  return { score: Math.max(0, 100 - lost), reasons, notAssessed };
};

function* notAssessedOf({ digest, uncommitted, landing }: Work): Generator<string> {
  for (const { path, reason } of digest.notAssessed) yield path === "" ? reason : `${path}: ${reason}`;
  if (digest.changes.length === 0) return;
  if (uncommitted === null) yield "whether all of it is committed is for its own clone to say";
  if (landing.moved === null) yield `how it stands to ${digest.landing ?? "the branch it lands on"} is for its own clone to say`;
}
