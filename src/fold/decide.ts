import { conflictOpened } from "../events/conflict-opened.ts";
import { conflictResolved } from "../events/conflict-resolved.ts";
import { type Conflict, type ConflictRecord, isGraver, isOlderView } from "../model/conflict.ts";
import type { Draft } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";
import type { State } from "../model/state.ts";
import { hasLeft } from "./select.ts";

/**
 * Given what we know and what the sensor sees now, what is there to write down? `seen` is every conflict between the agents in `among`, whose
 * values are the counters of the digests it was computed from. Often the answer is nothing, and it always is once these drafts are folded:
 * nothing is drafted that the fold would ignore.
 */
export const decide = (state: State, seen: readonly Conflict[], among: ReadonlyMap<AgentId, number>): Draft[] => {
  const now = new Map(seen.map((conflict) => [conflict.fingerprint, conflict]));
  const drafts: Draft[] = [];
  for (const conflict of now.values()) {
    if (isNews(state, conflict)) drafts.push(opening(conflict));
  }
  for (const record of state.conflicts.values()) {
    if (now.has(record.fingerprint) || !isGone(state, record, among)) continue;
    const counters = countersOf(record, among);
    if (!isOlderView(counters, record.counters)) drafts.push(closing(record, counters));
  }
  return drafts;
};

const isNews = (state: State, conflict: Conflict): boolean => {
  if (state.suppressions.has(conflict.fingerprint)) return false;
  const known = state.conflicts.get(conflict.fingerprint);
  return !known || ((!known.present || isGraver(conflict, known)) && !isOlderView(conflict.counters, known.counters));
};

/** Absence is evidence only where somebody looked: at every agent of the conflict that is still there. */
const isGone = (state: State, { status, present, agents }: ConflictRecord, among: ReadonlyMap<AgentId, number>): boolean =>
  present && status !== "dismissed" && agents.every(({ id }) => among.has(id) || hasLeft(state, id));

const countersOf = (conflict: Conflict, among: ReadonlyMap<AgentId, number>): Conflict["counters"] => {
  const parties = new Set(partiesOf(conflict));
  return Object.fromEntries([...among].filter(([agent]) => parties.has(agent)));
};

/** A body holds 64 KiB; a conflict over more places than this is understood from the first hundred. */
const mostPlaces = 100;

const opening = (conflict: Conflict): Draft => {
  const files = conflict.files.slice(0, mostPlaces);
  const symbols = conflict.symbols.slice(0, mostPlaces);
  const { severity, summary, suggestedAction } = conflict;
  return conflictOpened.draft(
    { conflict: { ...conflict, files, symbols } },
    { severity, summary, scope: scopeOf(files, symbols), requiredAction: suggestedAction, to: partiesOf(conflict) },
  );
};

const closing = (record: ConflictRecord, counters: Conflict["counters"]): Draft =>
  conflictResolved.draft(
    { fingerprint: record.fingerprint, how: "gone", counters },
    { summary: `No longer in conflict: ${record.summary}`, scope: scopeOf(record.files, record.symbols), to: partiesOf(record) },
  );

const scopeOf = (files: readonly string[], symbols: readonly string[]): Draft["scope"] => ({
  ...(files.length > 0 && { files }),
  ...(symbols.length > 0 && { symbols }),
});

const partiesOf = ({ agents }: Conflict): AgentId[] => agents.map(({ id }) => id);
