import * as z from "zod/mini";
import { type Conflict, conflictKinds, fingerprintOf } from "../model/conflict.ts";
import { severities } from "../model/severity.ts";
import { count, fingerprint, jsonObject, keyId, text } from "./fields.ts";

const isDerived = ({ kind, agents, place, ...conflict }: Conflict): boolean =>
  conflict.fingerprint ===
  fingerprintOf(
    kind,
    agents.map(({ id }) => id),
    place,
  );

/** A conflict as it stands in an event. Its fingerprint is checked, so that no statement can pass for one about something else. */
export const conflictSchema: z.ZodMiniType<Conflict> = z
  .object({
    kind: z.enum(conflictKinds),
    severity: z.enum(severities),
    place: text,
    files: z.array(text),
    symbols: z.array(text),
    summary: text,
    evidence: jsonObject,
    suggestedAction: text,
    fingerprint,
    agents: z.array(z.object({ id: keyId, name: text, branch: z.nullable(text) })).check(z.minLength(2)),
    counters: z.record(keyId, count),
  })
  .check(z.refine(isDerived, "the fingerprint is not that of this kind, these agents and this place"));
