import * as z from "zod/mini";
import { conflictStatements, isOlderView } from "../model/conflict.ts";
import { defineEvent } from "./define-event.ts";
import { count, fingerprint, keyId, text } from "./fields.ts";

/**
 * A conflict is over: "gone" = sensors no longer see it, "manual" = somebody says so. What was resolved by hand may still be seen, and stays
 * resolved until it was gone once. A statement from an older view than the standing one changes nothing.
 */
export const conflictResolved = defineEvent({
  type: conflictStatements.resolved,
  v: 1,
  audience: "named",
  body: z.object({
    fingerprint,
    how: z.enum(["gone", "manual"]),
    /** Digest counters this was seen at. May leave out an agent that has left. */
    counters: z.record(keyId, count),
    reason: z.optional(text),
  }),

  apply(state, { id, lamport, body: { fingerprint, how, counters, reason } }) {
    const known = state.conflicts.get(fingerprint);
    if (!known || known.status === "dismissed" || isOlderView(counters, known.counters)) return;
    if (known.status === "open") {
      known.status = "resolved";
      known.closedBy = id;
      known.closedReason = reason ?? (how === "gone" ? "The overlap is gone." : null);
    }
    known.counters = { ...known.counters, ...counters };
    if (how === "manual") return;
    known.present = false;
    known.settled = lamport;
  },
});
