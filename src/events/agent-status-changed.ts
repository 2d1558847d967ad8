import * as z from "zod/mini";
import { speaksFor } from "./authority.ts";
import { defineEvent } from "./define-event.ts";
import { keyId, line } from "./fields.ts";
import { agentOf } from "./subject.ts";

/** What an agent says of itself. It neither ends an agent nor brings one back: that is for agent_left and agent_joined. */
export const agentStatusChanged = defineEvent({
  type: "agent_status_changed",
  v: 1,
  audience: "nobody",
  body: z.object({
    agent: z.optional(keyId),
    status: z.optional(line.check(z.refine((status) => status !== "left", "an agent ends with agent_left"))),
    /** null: it works on no task any more. */
    task: z.optional(z.nullable(line)),
    branch: z.optional(z.nullable(line)),
  }),

  apply(state, event) {
    const agent = state.agents.get(agentOf(event) ?? "");
    if (!agent || agent.status === "left" || !speaksFor(state, event, agent.id)) return;
    const { status, task, branch } = event.body;
    if (status !== undefined) agent.status = status;
    if (task !== undefined) agent.task = task;
    if (branch !== undefined) agent.branch = branch;
  },
});
