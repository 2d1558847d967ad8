import * as z from "zod/mini";
import { defineEvent } from "./define-event.ts";
import { line } from "./fields.ts";

/** A migration took a place in an ordered sequence. */
export const dbMigrationAdded = defineEvent({
  type: "db_migration_added",
  v: 1,
  severity: "medium",
  audience: "repository",
  body: z.object({
    migration: z.optional(line),
    /** Folder or tool the sequence belongs to. */
    sequence: z.optional(line),
    reversible: z.optional(z.boolean()),
  }),
});
