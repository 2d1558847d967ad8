import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";

/** The shape of stored data changed. */
export const schemaChanged = defineEvent({
  type: "schema_changed",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({
    schema: z.optional(line),
    breaking: z.optional(z.boolean()),
    changes: z.optional(z.array(text)),
  }),
});
