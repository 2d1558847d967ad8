import { firstEpoch } from "../git/refs.ts";
import type { ChainFault } from "../log/chain.ts";
import type { Oid } from "../model/ids.ts";

/** How a fetched tip stands to the one that is accepted here. `new`: none is. */
export type Relation = "new" | "same" | "ahead" | "behind" | "diverged" | "unrelated";

/** One log of a remote next to ours, as far as it was checked. */
export interface FetchedLog {
  readonly ref: string;
  readonly epoch: string;
  /** Whether this clone is its writer. */
  readonly own: boolean;
  readonly accepted: Oid | null;
  readonly fetched: Oid;
  readonly relation: Relation;
  /** The last commit of the fetched log that verifies; null when none does. */
  readonly good: Oid | null;
  /** What ended the good part, if anything did. */
  readonly fault: ChainFault | null;
  /** Of a diverged log: the writer itself signed what follows the place where it parts from ours. */
  readonly signedTwice: boolean;
  /** This remote showed a later commit of the log before. */
  readonly rewound: boolean;
}

/** One live statement of a remote next to the one held here. */
export interface FetchedLive {
  readonly ref: string;
  readonly own: boolean;
  readonly held: { readonly commit: Oid; readonly counter: number } | null;
  readonly fetched: Oid;
  /** Its counter once it is verified; a string says why it is not. */
  readonly verdict: number | string;
}

export type Decision =
  /** Move `ref`; `adopt`: it is our own, which the remote knew further than we did. */
  | { readonly kind: "accept" | "adopt"; readonly ref: string; readonly from: Oid | null; readonly to: Oid }
  | { readonly kind: "ignore"; readonly ref: string; readonly reason: string }
  /** `commit` is the first that cannot be accepted; `tips` what is accepted here and what the remote showed. */
  | { readonly kind: "quarantine"; readonly ref: string; readonly commit: Oid; readonly reason: string; readonly tips: Tips }
  /** Our own log was continued elsewhere with our key: we must become another writer. */
  | { readonly kind: "forked"; readonly ref: string; readonly commit: Oid; readonly reason: string; readonly tips: Tips };

export interface Tips {
  readonly accepted: Oid | null;
  readonly fetched: Oid;
}

/**
 * What to do about each log; nothing where both are the same. The good part of a partly bad one still counts. Nothing here ever moves a log
 * anywhere but forward.
 */
export function* reconcileLogs(logs: Iterable<FetchedLog>): Generator<Decision> {
  for (const log of logs) {
    if (log.relation === "same") continue;
    if (log.epoch !== firstEpoch) yield { kind: "ignore", ref: log.ref, reason: "was made by a newer git nerve" };
    else if (log.relation === "new" || log.relation === "ahead") yield* extended(log);
    else if (log.relation === "diverged" || log.relation === "unrelated") yield parted(log);
    else yield notFurther(log);
  }
}

/** What to do about each live statement. A lower counter is a copy that was on its way for long, not an alarm. */
export function* reconcileLive(statements: Iterable<FetchedLive>): Generator<Decision> {
  for (const { ref, own, held, fetched, verdict } of statements) {
    if (held?.commit === fetched) continue;
    if (typeof verdict === "string") yield { kind: "ignore", ref, reason: verdict };
    else if (held && verdict <= held.counter) yield { kind: "ignore", ref, reason: `is stale: ${verdict}, and ${held.counter} is known` };
    else yield { kind: own ? "adopt" : "accept", ref, from: held?.commit ?? null, to: fetched };
  }
}

function* extended({ ref, own, accepted, fetched, good, fault }: FetchedLog): Generator<Decision> {
  if (good && good !== accepted) yield { kind: own ? "adopt" : "accept", ref, from: accepted, to: good };
  if (fault) yield { kind: "quarantine", ref, ...fault, tips: { accepted: good ?? accepted, fetched } };
}

const parted = ({ ref, own, accepted, fetched, relation, fault, signedTwice }: FetchedLog): Decision => {
  const tips = { accepted, fetched };
  if (signedTwice) {
    const reason =
      relation === "unrelated" ? "begins anew, signed by its writer" : "forks from what is known here, and its writer signed both sides";
    return { kind: own ? "forked" : "quarantine", ref, commit: fetched, reason, tips };
  }
  const why = fault ? `: a commit ${fault.reason}` : "";
  return { kind: "quarantine", ref, commit: fault?.commit ?? fetched, reason: `does not go on from what is known here${why}`, tips };
};

const notFurther = ({ ref, own, accepted, fetched, rewound }: FetchedLog): Decision => {
  if (own) return { kind: "ignore", ref, reason: "is not as far as ours, which can be pushed" };
  if (!rewound) return { kind: "ignore", ref, reason: "is not as far as what is known here" };
  const reason = "was cut back: the remote had shown later commits of it";
  return { kind: "quarantine", ref, commit: fetched, reason, tips: { accepted, fetched } };
};
