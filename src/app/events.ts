import { NerveError } from "../base/errors.ts";
import { newestFirst } from "../log/order.ts";
import { recall } from "../log/recall.ts";
import type { LogEvent } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";
import { compareSeverity, type Severity } from "../model/severity.ts";
import { requireAgent } from "./find.ts";
import type { Nerve } from "./nerve.ts";
import { readView } from "./view.ts";

export interface EventFilter {
  readonly types: readonly string[];
  /** Name or id of the producer, or "sensor". */
  readonly agent?: string | undefined;
  /** Only events at most this old, by the signer's clock: `90s`, `15m`, `2h`, `3d`, or a date. */
  readonly since?: string | undefined;
  /** This or worse. */
  readonly severity?: Severity | undefined;
  /** The newest so many. */
  readonly limit: number;
}

/** Events of all logs that pass the filter: the newest `limit` of them, oldest first. */
export const readEvents = async (nerve: Nerve, filter: EventFilter): Promise<LogEvent[]> => {
  const view = await readView(nerve);
  const passes = passing(filter, filter.agent === undefined ? undefined : producerOf(view.state, filter.agent));
  const found: LogEvent[] = [];
  const logs = [...view.heads.values()].map((head) => recall(nerve.repository, head));
  for await (const { events } of newestFirst(logs)) {
    for (const event of events.toReversed()) {
      if (found.length >= filter.limit) return found.reverse();
      if (passes(event)) found.push(event);
    }
  }
  return found.reverse();
};

const producerOf = (state: Parameters<typeof requireAgent>[0], words: string): AgentId | null =>
  words === "sensor" ? null : requireAgent(state, words).id;

const passing = ({ types, since, severity }: EventFilter, agent: AgentId | null | undefined): ((event: LogEvent) => boolean) => {
  const earliest = since === undefined ? undefined : earliestOf(since);
  return (event) =>
    (types.length === 0 || types.includes(event.type)) &&
    (agent === undefined || event.agent === agent) &&
    (severity === undefined || compareSeverity(event.severity, severity) >= 0) &&
    (earliest === undefined || Date.parse(event.at) >= earliest);
};

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

const earliestOf = (since: string): number => {
  const [, amount, unit = ""] = /^(\d+)([smhdw])$/.exec(since) ?? [];
  const time = amount === undefined ? Date.parse(since) : Date.now() - Number(amount) * (units[unit] ?? 0) * 1000;
  if (Number.isFinite(time)) return time;
  throw new NerveError("usage", `--since ${since} is neither a span nor a date`, { hint: "Such as 15m, 2h, 3d or 2026-11-20." });
};
