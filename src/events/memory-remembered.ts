import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, lines, text } from "./fields.ts";

/** Something worth knowing later, kept for whoever asks. */
export const memoryRemembered = defineEvent({
  type: "memory_remembered",
  v: 1,
  audience: "nobody",
  body: z.object({
    key: z.optional(line),
    text: z.optional(text),
    tags: z.optional(lines),
  }),
});
