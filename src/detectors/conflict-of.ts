import type { Json, JsonObject } from "../base/canonical-json.ts";
import { type Conflict, type Finding, fingerprintOf, type Party } from "../model/conflict.ts";
import type { AgentId } from "../model/ids.ts";

/**
 * A finding between `ours` and `theirs`, as everybody sees it: the agents are sorted by id, and in the evidence `ours` is the first of them. Two
 * clones that look at the pair from opposite sides therefore state the very same conflict.
 */
export const conflictOf = (
  finding: Finding,
  [ours, theirs]: readonly [Party, Party],
  counters: Readonly<Record<AgentId, number>>,
): Conflict => {
  const agents = ours.id <= theirs.id ? [ours, theirs] : [theirs, ours];
  const seen = ours.id <= theirs.id ? finding : mirroredFinding(finding);
  return {
    ...seen,
    fingerprint: fingerprintOf(
      seen.kind,
      agents.map(({ id }) => id),
      seen.place,
    ),
    agents,
    counters,
  };
};

/** The same finding told from the other side. */
export const mirroredFinding = (finding: Finding): Finding => ({ ...finding, evidence: mirroredObject(finding.evidence) });

const mirroredObject = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [opposite[key] ?? key, mirrored(value)]));

const mirrored = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(mirrored);
  // Array.isArray does not narrow readonly arrays away.
  return value !== null && typeof value === "object" ? mirroredObject(value as JsonObject) : value;
};

const opposite: Readonly<Record<string, string>> = { ours: "theirs", theirs: "ours" };
