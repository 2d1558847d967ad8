import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { count, keyId, line } from "./fields.ts";

/** Where an epoch starts: what the writer had folded of every log, and the hash of the state that gave. */
export const checkpoint = defineEvent({
  type: "checkpoint",
  v: 1,
  audience: "nobody",
  body: z.object({
    /** By writer. */
    folded: z.record(keyId, z.object({ seq: count, tip: line })),
    stateHash: line,
  }),
});
