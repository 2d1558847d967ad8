import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { eventId, line, text } from "./fields.ts";

/** One agent says something to others. Without a text the summary is the message. */
export const messageSent = defineEvent({
  type: "message_sent",
  v: 1,
  severity: "low",
  audience: "repository",
  body: z.object({
    text: z.optional(text),
    thread: z.optional(line),
    replyTo: z.optional(eventId),
  }),
});
