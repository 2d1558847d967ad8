import type { LogEvent } from "./event.ts";
import type { AgentId } from "./ids.ts";

/** Why somebody hears of an event, strongest reason first. */
export const routingRules = ["explicit", "task-owner", "same-repo"] as const;

export type RoutingRule = (typeof routingRules)[number];

/** One item of an inbox: an event, and why it is for this agent. What `inbox --json` prints. `id` is the event's. */
export interface Notice extends Pick<LogEvent, "id" | "type" | "severity" | "summary" | "requiredAction" | "at" | "scope"> {
  readonly rule: RoutingRule;
  /** One sentence for the recipient. */
  readonly reason: string;
  /** Name of the agent that produced the event, as it is known now; null for the sensor. */
  readonly from: string | null;
  /** Id of that agent. */
  readonly agent: AgentId | null;
}
