import { openConflicts } from "../fold/select.ts";
import type { ConflictRecord } from "../model/conflict.ts";
import type { EventId } from "../model/ids.ts";
import type { Notice } from "../model/notice.ts";
import type { State } from "../model/state.ts";
import { isConflictStatement } from "./is-conflict-statement.ts";

/**
 * What of an agent's pending notices is still worth showing, in the order given. A conflict is shown while it is open; that it is over, only to
 * an agent that had acknowledged its opening; for the others both vanish unseen. `acknowledged` holds the ids of the events the agent
 * acknowledged; of use are only those that stand as `openedBy` in a conflict of the state.
 */
export const inbox = (state: State, pending: readonly Notice[], acknowledged: ReadonlySet<EventId>): Notice[] => {
  if (!pending.some(isConflictStatement)) return [...pending];
  const current = currentStatements(state, acknowledged, openConflicts(state));
  return pending.filter((notice) => !isConflictStatement(notice) || current.has(notice.id));
};

/** What of an agent's pending notices may be worth showing now or later: the rest can be forgotten, or an inbox that nobody reads grows for ever. */
export const lasting = (state: State, pending: readonly Notice[], acknowledged: ReadonlySet<EventId>): Notice[] => {
  if (!pending.some(isConflictStatement)) return [...pending];
  const current = currentStatements(state, acknowledged, []);
  return pending.filter((notice) => !isConflictStatement(notice) || current.has(notice.id));
};

/** Ids of the events about conflicts that are true now and news to the agent, given what is `open` in the place of what is over. */
const currentStatements = (state: State, acknowledged: ReadonlySet<EventId>, open: readonly ConflictRecord[]): Set<EventId> => {
  const ids = new Set<EventId>();
  for (const record of state.conflicts.values()) {
    const { status, openedBy, closedBy } = record;
    if (status === "open") ids.add(openedBy);
    else if (status === "resolved" && closedBy !== null && acknowledged.has(openedBy) && !goesOn(record, open)) ids.add(closedBy);
  }
  return ids;
};

/** Whether the pair is still in conflict there, by another kind that took this one's place: then nothing is over. */
const goesOn = ({ agents, place, files }: ConflictRecord, open: readonly ConflictRecord[]): boolean =>
  open.some(
    (other) =>
      agents.every(({ id }) => other.agents.some((agent) => agent.id === id)) &&
      (place === "" || other.files.some((file) => files.includes(file))),
  );
