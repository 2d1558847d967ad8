import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";

/** Somebody wants another pair of eyes on finished work. */
export const reviewRequested = defineEvent({
  type: "review_requested",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({
    task: z.optional(line),
    branch: z.optional(line),
    commit: z.optional(line),
    notes: z.optional(text),
  }),
});
