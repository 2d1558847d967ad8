import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { eventId, text } from "./fields.ts";

/** An owner lets something go ahead that waited for it. */
export const approvalGranted = defineEvent({
  type: "approval_granted",
  v: 1,
  audience: "named",
  body: z.object({
    /** The event that is approved. */
    event: z.optional(eventId),
    reason: z.optional(text),
  }),
});
