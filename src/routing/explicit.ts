import { findConflictMovedBy } from "./conflict-statement.ts";
import { producerName } from "./producer-name.ts";
import type { Rule } from "./rule.ts";

/** Whoever the event names. What is said of a conflict goes to the agents in it, whomever the event may name besides. */
export const explicit: Rule = {
  name: "explicit",

  *recipients(state, event) {
    const conflict = findConflictMovedBy(state, event);
    if (!conflict) {
      const reason = `${producerName(state, event) ?? "The sensor"} addressed this to you.`;
      for (const agent of event.to) yield { agent, reason };
      return;
    }
    const opened = event.id === conflict.openedBy;
    // What a pair has as a whole is told once: it comes back whenever something stronger between the two ends.
    if (opened && conflict.place === "" && conflict.openings > 1) return;
    for (const { id } of conflict.agents) {
      const others = conflict.agents.filter((other) => other.id !== id).map(({ name }) => name);
      yield { agent: id, reason: `You ${opened ? "are" : "were"} in this conflict with ${others.join(" and ")}.` };
    }
  },
};
