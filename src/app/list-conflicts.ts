import type { ConflictRecord, ConflictStatus } from "../model/conflict.ts";
import { compareSeverity } from "../model/severity.ts";
import type { State } from "../model/state.ts";

/** Conflicts in any of `statuses`, the worst first, then the newest. */
export const conflictsIn = (state: State, statuses: readonly ConflictStatus[]): ConflictRecord[] =>
  [...state.conflicts.values()]
    .filter(({ status }) => statuses.includes(status))
    .reverse()
    .sort((a, b) => compareSeverity(b.severity, a.severity));
