import type { Json } from "../base/canonical-json.ts";
import { NerveError } from "../base/errors.ts";
import { eventDefinitions } from "../events/index.ts";
import type { EventId } from "../model/ids.ts";
import type { Severity } from "../model/severity.ts";
import { requireAgent } from "./find.ts";
import type { Nerve } from "./nerve.ts";
import { record, type Signer } from "./record.ts";
import type { View } from "./view.ts";

export interface Publication {
  readonly type: string;
  readonly summary: string;
  readonly severity?: Severity | undefined;
  readonly files: readonly string[];
  /** Names or ids. */
  readonly to: readonly string[];
  readonly task?: string | undefined;
  readonly branch?: string | undefined;
  readonly requiredAction?: string | undefined;
  /** JSON text. */
  readonly body?: string | undefined;
}

/** What the plane itself says: by hand it would be a lie, or it has a command that does more than say it. */
const spokenFor: Readonly<Record<string, string>> = {
  agent_joined: "git nerve join",
  agent_left: "git nerve leave",
  conflict_opened: "git nerve watch",
  conflict_resolved: "git nerve conflicts resolve",
  conflict_dismissed: "git nerve conflicts dismiss",
  checkpoint: "git nerve prune",
};

/** Types that anybody may publish. */
export const publishableTypes = (): string[] => eventDefinitions.map(({ type }) => type).filter((type) => !(type in spokenFor));

/** Signs and appends one event, after checking it against its type's schema. Throws (usage) naming what does not fit. */
export const publish = async (
  nerve: Nerve,
  view: View,
  signer: Signer & { agent: string | null },
  publication: Publication,
): Promise<EventId> => {
  const { type, severity, files, to, task, branch, requiredAction, body } = publication;
  const summary = oneLine(publication.summary);
  if (Object.hasOwn(spokenFor, type)) throw new NerveError("usage", `${type} is not for publishing`, { hint: `Use: ${spokenFor[type]}` });
  const definition = eventDefinitions.find((each) => each.type === type);
  if (!definition) throw new NerveError("usage", `there is no event type ${type}`, { hint: `One of: ${publishableTypes().join(", ")}` });
  const given = jsonOf(body ?? "{}");
  const parsed = definition.parse(given);
  if (!parsed.ok) throw new NerveError("usage", `the body does not fit ${type}: ${parsed.reason}`, { hint: "--body takes a JSON object." });
  const draft = definition.draft(given, {
    agent: signer.agent,
    summary,
    to: [...new Set(to.map((words) => requireAgent(view.state, words).id))],
    requiredAction: requiredAction ?? null,
    scope: { ...(files.length > 0 && { files }), ...(task !== undefined && { task }), ...(branch !== undefined && { branch }) },
    ...(severity !== undefined && { severity }),
  });
  const [id] = await record(nerve, view, [draft], signer);
  if (id === undefined) throw new Error("an event was appended without getting an id");
  return id;
};

/** As much as a line in an inbox can be. */
const longestSummary = 300;

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") throw new NerveError("usage", "the summary is empty", { hint: 'One line for a person: --summary "…"' });
  if ([...line].length <= longestSummary) return line;
  throw new NerveError("usage", `the summary has more than ${longestSummary} characters`, {
    hint: "It is one line for a person; what is longer belongs in --body.",
  });
};

const jsonOf = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new NerveError("usage", `--body is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};
