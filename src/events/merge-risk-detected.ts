import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { lines, text } from "./fields.ts";

/** Landing these branches together looks dangerous, by somebody's judgement rather than by a detector. */
export const mergeRiskDetected = defineEvent({
  type: "merge_risk_detected",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({
    branches: z.optional(lines),
    files: z.optional(lines),
    reason: z.optional(text),
  }),
});
