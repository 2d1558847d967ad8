import type { LogEvent } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";
import type { RoutingRule } from "../model/notice.ts";
import type { State } from "../model/state.ts";

/** One reason to hear of something. */
export interface Rule {
  readonly name: RoutingRule;
  /** May name the producer, or agents that left: `route` knows better. */
  recipients(state: State, event: LogEvent): Iterable<Recipient>;
}

export interface Recipient {
  readonly agent: AgentId;
  readonly reason: string;
}
