import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { eventId, line, text } from "./fields.ts";

/** What was remembered no longer holds. Names the memory by its event, or all of one key. */
export const memoryForgotten = defineEvent({
  type: "memory_forgotten",
  v: 1,
  audience: "nobody",
  body: z.object({
    memory: z.optional(eventId),
    key: z.optional(line),
    reason: z.optional(text),
  }),
});
