import * as z from "zod/mini";
import { speaksFor } from "./authority.ts";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";
import { taskOf } from "./subject.ts";

/** The owner wants somebody else to go on. The task stays its own until the next claim, which then wins. */
export const taskHandoffRequested = defineEvent({
  type: "task_handoff_requested",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({ task: z.optional(line), reason: z.optional(text), notes: z.optional(text) }),

  apply(state, event) {
    const task = state.tasks.get(taskOf(event) ?? "");
    if (task && task.owner !== null && speaksFor(state, event, task.owner)) task.status = "handoff";
  },
});
