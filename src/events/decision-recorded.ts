import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { text } from "./fields.ts";

/** Something was decided, and why. The summary is the decision; it holds until it is superseded or rejected. */
export const decisionRecorded = defineEvent({
  type: "decision_recorded",
  v: 1,
  severity: "low",
  audience: "repository",
  body: z.object({ rationale: z.optional(text) }),

  apply(state, { id, agent, summary, at, body }) {
    state.decisions.set(id, { id, by: agent, summary, rationale: body.rationale ?? null, status: "active", at });
  },
});
