import type { StructureRule } from "../../rule.ts";

/** Those who wait for the call wait for ever. */
export const eventRemoved: StructureRule = {
  id: "openapi/event-removed",
  level: "breaking",
  direction: "response",

  *check({ events }) {
    for (const { name, at } of events.removed) yield { at, message: `The ${name} does not come any more.` };
  },
};
