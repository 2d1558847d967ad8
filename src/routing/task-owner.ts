import type { LogEvent } from "../model/event.ts";
import { audienceOf } from "./audience-of.ts";
import type { Rule } from "./rule.ts";

/** Whoever owns the task that the event is about. */
export const taskOwner: Rule = {
  name: "task-owner",

  *recipients(state, event) {
    if (audienceOf(event) === "nobody") return;
    const task = state.tasks.get(taskIn(event) ?? "");
    if (task && task.owner !== null) yield { agent: task.owner, reason: `It is about the task ${task.id}, which is yours.` };
  },
};

const taskIn = ({ scope, body }: LogEvent): string | undefined => (typeof body["task"] === "string" ? body["task"] : scope.task);
