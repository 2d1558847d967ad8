import { conflictOpened } from "../events/conflict-opened.ts";
import { conflictResolved } from "../events/conflict-resolved.ts";
import type { ConflictRecord } from "../model/conflict.ts";
import type { LogEvent } from "../model/event.ts";
import type { State } from "../model/state.ts";

/** The conflict that this very event opened or closed, as it stands now; undefined when another event did, or none. */
export const findConflictMovedBy = (state: State, event: LogEvent): ConflictRecord | undefined => {
  const record = state.conflicts.get(fingerprintIn(event) ?? "");
  const author = event.type === conflictOpened.type ? record?.openedBy : record?.closedBy;
  return author === event.id ? record : undefined;
};

const fingerprintIn = ({ type, body }: LogEvent): string | undefined => {
  if (type === conflictOpened.type) {
    const parsed = conflictOpened.parse(body);
    return parsed.ok ? parsed.body.conflict.fingerprint : undefined;
  }
  if (type === conflictResolved.type) {
    const parsed = conflictResolved.parse(body);
    return parsed.ok ? parsed.body.fingerprint : undefined;
  }
  return undefined;
};
