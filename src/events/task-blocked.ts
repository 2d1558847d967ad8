import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, lines, text } from "./fields.ts";

/** A task cannot go on until something else happens. */
export const taskBlocked = defineEvent({
  type: "task_blocked",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({
    task: z.optional(line),
    reason: z.optional(text),
    /** Tasks or agents it waits for. */
    waitsFor: z.optional(lines),
  }),
});
