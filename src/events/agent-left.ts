import * as z from "zod/mini";
import { speaksFor } from "./authority.ts";
import { defineEvent } from "./define-event.ts";
import { keyId, text } from "./fields.ts";
import { agentOf } from "./subject.ts";

/** An agent is done here: it hears of nothing more, and what it owned is free. */
export const agentLeft = defineEvent({
  type: "agent_left",
  v: 1,
  audience: "nobody",
  body: z.object({ agent: z.optional(keyId), reason: z.optional(text) }),

  apply(state, event) {
    const agent = state.agents.get(agentOf(event) ?? "");
    if (agent && speaksFor(state, event, agent.id)) agent.status = "left";
  },
});
