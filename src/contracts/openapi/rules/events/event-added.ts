import type { StructureRule } from "../../rule.ts";

/** A call that can be waited for. */
export const eventAdded: StructureRule = {
  id: "openapi/event-added",
  level: "compatible",
  direction: "response",

  *check({ events }) {
    for (const { name, at } of events.added) yield { at, message: `The ${name} is new.` };
  },
};
