import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, lines, text } from "./fields.ts";

/** Tests fail for somebody, on what commit and how to see it. */
export const testFailureReported = defineEvent({
  type: "test_failure_reported",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({
    tests: z.optional(lines),
    command: z.optional(line),
    commit: z.optional(line),
    output: z.optional(text),
  }),
});
