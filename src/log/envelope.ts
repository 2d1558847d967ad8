import type { Json, JsonObject } from "../base/canonical-json.ts";
import type { Artifact, Draft, LogEvent, Position, Scope } from "../model/event.ts";
import { eventId } from "../model/ids.ts";
import { type Severity, severities } from "../model/severity.ts";

/** Most bytes of canonical JSON that one event's body may take. */
export const bodyLimit = 64 * 1024;

/** Where an event was found and who said it: what the envelope itself does not carry. */
export interface Provenance extends Position {
  readonly commit: string;
  readonly at: string;
  readonly signer: string;
}

/**
 * One event of a verified commit. Never throws: an envelope that does not fit, or that speaks for an agent who did not sign it, comes back
 * as an event of type "malformed", which every reader keeps, counts and skips.
 */
export const eventOf = (raw: Json | undefined, place: number, provenance: Provenance): LogEvent => {
  const id = eventId(provenance.writer, provenance.seq, place);
  const draft = draftOf(raw, provenance);
  return { ...(draft ?? malformed), ...provenance, id };
};

const malformed: Draft = {
  type: "malformed",
  v: 0,
  agent: null,
  severity: "info",
  summary: "An event that does not have the form of one",
  scope: {},
  artifacts: [],
  requiredAction: null,
  to: [],
  body: {},
};

const draftOf = (raw: Json | undefined, { writer, signer }: Provenance): Draft | undefined => {
  if (!isObject(raw)) return;
  const { type, v, agent = null, severity, summary, scope = {}, artifacts = [], requiredAction = null, to = [], body } = raw;
  if (typeof type !== "string" || !Number.isInteger(v) || typeof summary !== "string" || !isObject(body)) return;
  if (!severities.includes(severity as Severity) || !(requiredAction === null || typeof requiredAction === "string")) return;
  if (!isStrings(to) || !isScope(scope) || !isArtifacts(artifacts)) return;
  // The sensor speaks with the writer's key, an agent with its own; a writer may also speak for an agent it vouches for.
  if (!(agent === null || typeof agent === "string") || (signer !== writer && agent !== signer)) return;
  return { type, v: v as number, agent, severity: severity as Severity, summary, scope, artifacts, requiredAction, to, body };
};

const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

const isStrings = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

const scopeLists = ["files", "symbols", "contracts", "services"] as const;

const isScope = (value: Json): value is JsonObject & Scope =>
  isObject(value) &&
  scopeLists.every((name) => value[name] === undefined || isStrings(value[name])) &&
  [value["task"], value["branch"]].every((text) => text === undefined || typeof text === "string");

const isArtifacts = (value: Json): value is readonly (JsonObject & Artifact)[] =>
  Array.isArray(value) &&
  value.every(
    (item: Json) =>
      isObject(item) &&
      typeof item["type"] === "string" &&
      typeof item["ref"] === "string" &&
      (item["summary"] === undefined || typeof item["summary"] === "string"),
  );
