import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { lines, text } from "./fields.ts";

/** What an agent says it changed. Sensing does not depend on it: what can be observed is observed. */
export const filesChanged = defineEvent({
  type: "files_changed",
  v: 1,
  audience: "nobody",
  body: z.object({
    files: z.optional(lines),
    notes: z.optional(text),
  }),
});
