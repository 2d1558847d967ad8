import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { eventId, text } from "./fields.ts";

/** A decision does not hold. */
export const decisionRejected = defineEvent({
  type: "decision_rejected",
  v: 1,
  severity: "low",
  audience: "repository",
  body: z.object({ decision: eventId, reason: z.optional(text) }),

  apply(state, { body }) {
    const decision = state.decisions.get(body.decision);
    if (decision?.status === "active") decision.status = "rejected";
  },
});
