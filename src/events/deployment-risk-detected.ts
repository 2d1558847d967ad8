import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";

/** Putting this into service looks dangerous. */
export const deploymentRiskDetected = defineEvent({
  type: "deployment_risk_detected",
  v: 1,
  severity: "high",
  audience: "repository",
  body: z.object({
    service: z.optional(line),
    environment: z.optional(line),
    reason: z.optional(text),
  }),
});
