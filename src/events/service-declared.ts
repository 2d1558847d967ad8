import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line, lines } from "./fields.ts";

/** What a service is, where it lives, what it offers and what it uses. */
export const serviceDeclared = defineEvent({
  type: "service_declared",
  v: 1,
  audience: "nobody",
  body: z.object({
    service: z.optional(line),
    folder: z.optional(line),
    provides: z.optional(lines),
    consumes: z.optional(lines),
  }),
});
