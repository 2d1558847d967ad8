import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line } from "./fields.ts";

/** A branch is ready to land. */
export const branchReady = defineEvent({
  type: "branch_ready",
  v: 1,
  severity: "low",
  audience: "repository",
  body: z.object({
    branch: z.optional(line),
    commit: z.optional(line),
    target: z.optional(line),
  }),
});
