import { base32 } from "../base/base32.ts";
import type { JsonObject } from "../base/canonical-json.ts";
import { sha256 } from "../base/sha256.ts";
import type { AgentId, EventId } from "./ids.ts";
import { compareSeverity, type Severity } from "./severity.ts";

/** Types of the events that say a conflict opened or is over. */
export const conflictStatements = { opened: "conflict_opened", resolved: "conflict_resolved" } as const;

/** Strongest first: of two kinds at one place of one pair, the earlier one speaks and the later one is silent. */
export const conflictKinds = [
  "merge_conflict",
  "migration_order",
  "semantic_conflict",
  "same_symbol",
  "duplicate_symbol",
  "dependency_drift",
  "stale_generated",
  "same_file",
  "same_package",
] as const;

export type ConflictKind = (typeof conflictKinds)[number];

/** What a detector found between two sides, before anybody knows who the sides are. */
export interface Finding {
  readonly kind: ConflictKind;
  readonly severity: Severity;
  /** Where, as an identity: a path, a symbol, or "" for the pair as a whole. Part of the fingerprint. */
  readonly place: string;
  readonly files: readonly string[];
  readonly symbols: readonly string[];
  readonly summary: string;
  readonly evidence: JsonObject;
  readonly suggestedAction: string;
}

export interface Party {
  readonly id: AgentId;
  readonly name: string;
  readonly branch: string | null;
}

/** A finding between two known agents. */
export interface Conflict extends Finding {
  /** The same conflict seen by two writers has one fingerprint. */
  readonly fingerprint: string;
  /** Sorted by id. */
  readonly agents: readonly Party[];
  /** Live counter of each agent's digest that this was computed from. */
  readonly counters: { readonly [agent: AgentId]: number };
}

export type ConflictStatus = "open" | "resolved" | "dismissed";

/** A conflict as the plane remembers it. */
export interface ConflictRecord extends Conflict {
  readonly id: string;
  /** Of the standing statement, be it the one that opened the conflict or the one that saw it go. */
  counters: Conflict["counters"];
  status: ConflictStatus;
  /** Whether sensors still see the overlap. A conflict that was resolved by hand re-opens only after it was gone. */
  present: boolean;
  /** How often it opened, as far as is remembered. */
  readonly openings: number;
  openedBy: EventId;
  openedAt: string;
  closedBy: EventId | null;
  closedReason: string | null;
  /** Lamport time at which it was seen to be gone, or dismissed: old enough, it is forgotten. Null while it may still be needed. */
  settled: number | null;
}

/** Stable identity: kind, the agents in order, and the place. 20 base32 characters. */
export const fingerprintOf = (kind: ConflictKind, agents: readonly AgentId[], place: string): string =>
  base32(sha256(JSON.stringify([kind, [...agents].sort(), place])), 20);

/** What `conflicts` prints and takes: the first 10 characters of the fingerprint. */
export const conflictId = (fingerprint: string): string => fingerprint.slice(0, 10);

/** Whether what is open was told as something milder than it is now: that is news. What became milder is not, until it is over. */
export const isGraver = ({ severity }: Conflict, known: Pick<ConflictRecord, "severity" | "status">): boolean =>
  known.status === "open" && compareSeverity(severity, known.severity) > 0;

/** Whether a view is older than another: no agent's counter is higher, and at least one is lower. Agents that only one of them has say nothing. */
export const isOlderView = (counters: Conflict["counters"], than: Conflict["counters"]): boolean => {
  let older = false;
  for (const [agent, counter] of Object.entries(counters)) {
    const other = than[agent];
    if (other === undefined) continue;
    if (counter > other) return false;
    older ||= counter < other;
  }
  return older;
};
