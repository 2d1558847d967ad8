import * as z from "zod/mini";
import { speaksFor } from "./authority.ts";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";
import { taskOf } from "./subject.ts";

/** What a task is called and how it stands. Of a task nobody knew, it makes one without an owner; of an owned one, only the owner says it. */
export const taskUpdated = defineEvent({
  type: "task_updated",
  v: 1,
  audience: "named",
  body: z.object({ task: z.optional(line), title: z.optional(line), status: z.optional(line), notes: z.optional(text) }),

  apply(state, event) {
    const id = taskOf(event);
    if (id === undefined) return;
    const { title, status } = event.body;
    const known = state.tasks.get(id);
    if (!known) state.tasks.set(id, { id, owner: null, title: title ?? event.summary, status: status ?? "open" });
    else if (known.owner === null || speaksFor(state, event, known.owner)) {
      if (title !== undefined) known.title = title;
      if (status !== undefined) known.status = status;
    }
  },
});
