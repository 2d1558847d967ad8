import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, text } from "./fields.ts";

/** A contract that others may call against changed. */
export const apiContractChanged = defineEvent({
  type: "api_contract_changed",
  v: 1,
  severity: "high",
  audience: "repository",
  body: z.object({
    contract: z.optional(line),
    service: z.optional(line),
    breaking: z.optional(z.boolean()),
    changes: z.optional(z.array(text)),
  }),
});
