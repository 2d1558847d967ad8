import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { fingerprint, text } from "./fields.ts";

/** Nobody wants to hear of this conflict again, ever: it is closed, and seeing it again says nothing. */
export const conflictDismissed = defineEvent({
  type: "conflict_dismissed",
  v: 1,
  audience: "nobody",
  body: z.object({ fingerprint, reason: z.optional(text) }),

  apply(state, { id, agent, lamport, body: { fingerprint, reason = null } }) {
    if (state.suppressions.has(fingerprint)) return;
    state.suppressions.set(fingerprint, { fingerprint, by: agent, reason, event: id });
    const known = state.conflicts.get(fingerprint);
    if (!known) return;
    known.status = "dismissed";
    known.closedBy = id;
    known.closedReason = reason;
    known.settled = lamport;
  },
});
