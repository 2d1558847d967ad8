import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";

/** The shape of a message between services changed. */
export const eventSchemaChanged = defineEvent({
  type: "event_schema_changed",
  v: 1,
  severity: "high",
  audience: "repository",
  body: z.object({
    schema: z.optional(line),
    service: z.optional(line),
    breaking: z.optional(z.boolean()),
    changes: z.optional(z.array(text)),
  }),
});
