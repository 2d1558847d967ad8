import { isHeeded } from "../fold/is-heeded.ts";
import { hasLeft } from "../fold/select.ts";
import type { LogEvent } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";
import type { RoutingRule } from "../model/notice.ts";
import type { State } from "../model/state.ts";
import { findConflictMovedBy } from "./conflict-statement.ts";
import { explicit } from "./explicit.ts";
import { isConflictStatement } from "./is-conflict-statement.ts";
import type { Rule } from "./rule.ts";
import { sameRepo } from "./same-repo.ts";
import { taskOwner } from "./task-owner.ts";

/** One agent that should hear of an event, and why. */
export interface Delivery {
  readonly agent: AgentId;
  readonly rule: RoutingRule;
  /** One sentence for the recipient. */
  readonly reason: string;
}

/** Strongest reason first: an agent hears of an event once, by the first rule that names it. */
export const rules: readonly Rule[] = [explicit, taskOwner, sameRepo];

/**
 * Who should hear of an event. The state is that after the event was folded. Never the agent that produced it, nor one that left or that
 * nobody vouched for; the sensor is no agent, so what it says reaches all that are concerned.
 */
export const route = (state: State, event: LogEvent): Delivery[] => {
  if (!isHeeded(state, event) || isEcho(state, event)) return [];
  const deliveries = new Map<AgentId, Delivery>();
  for (const { name, recipients } of rules) {
    for (const { agent, reason } of recipients(state, event)) {
      if (agent === event.agent || deliveries.has(agent) || !state.agents.has(agent) || hasLeft(state, agent)) continue;
      deliveries.set(agent, { agent, rule: name, reason });
    }
  }
  return [...deliveries.values()];
};

/** A statement about a conflict that changed nothing: another writer had said it before, or had looked later. */
const isEcho = (state: State, event: LogEvent): boolean => isConflictStatement(event) && !findConflictMovedBy(state, event);
