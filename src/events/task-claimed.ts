import * as z from "zod/mini";
import type { State, TaskRecord } from "../model/state.ts";
import { defineEvent } from "./define-event.ts";
import { line } from "./fields.ts";
import { taskOf } from "./subject.ts";

/** An agent takes a task. The first claim wins; a task is free again when its owner left or wants to hand it over. */
export const taskClaimed = defineEvent({
  type: "task_claimed",
  v: 1,
  audience: "named",
  body: z.object({ task: z.optional(line), title: z.optional(line) }),

  apply(state, event) {
    const id = taskOf(event);
    if (id === undefined || event.agent === null) return;
    const known = state.tasks.get(id);
    if (known && !isFree(state, known)) return;
    state.tasks.set(id, { id, owner: event.agent, title: event.body.title ?? known?.title ?? event.summary, status: "claimed" });
  },
});

const isFree = (state: State, { owner, status }: TaskRecord): boolean =>
  owner === null || status === "handoff" || state.agents.get(owner)?.status === "left";
