import * as z from "zod/mini";
import { conflictId, conflictStatements, isGraver, isOlderView } from "../model/conflict.ts";
import { conflictSchema } from "./conflict-schema.ts";
import { defineEvent } from "./define-event.ts";

/**
 * A detector saw a conflict. While sensors see it, the first statement stands, whoever repeats it and even if a person resolved it by hand; only
 * one that an open conflict became graver takes its place. Seen again after it was gone, it opens anew, unless somebody dismissed it or the view
 * is older than the one that saw it go.
 */
export const conflictOpened = defineEvent({
  type: conflictStatements.opened,
  v: 1,
  severity: "high",
  audience: "named",
  body: z.object({ conflict: conflictSchema }),

  apply(state, { id, at, body: { conflict } }) {
    const { fingerprint, counters } = conflict;
    if (state.suppressions.has(fingerprint)) return;
    const known = state.conflicts.get(fingerprint);
    if (known && ((known.present && !isGraver(conflict, known)) || isOlderView(counters, known.counters))) return;
    state.conflicts.set(fingerprint, {
      ...conflict,
      id: conflictId(fingerprint),
      status: "open",
      present: true,
      openings: (known?.openings ?? 0) + 1,
      openedBy: id,
      openedAt: at,
      closedBy: null,
      closedReason: null,
      settled: null,
    });
  },
});
