import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { eventId, text } from "./fields.ts";

/** Another decision took the place of this one. */
export const decisionSuperseded = defineEvent({
  type: "decision_superseded",
  v: 1,
  severity: "low",
  audience: "repository",
  body: z.object({ decision: eventId, by: z.optional(eventId), reason: z.optional(text) }),

  apply(state, { body }) {
    const decision = state.decisions.get(body.decision);
    if (decision?.status === "active") decision.status = "superseded";
  },
});
