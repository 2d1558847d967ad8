import type { StructureRule } from "../../rule.ts";

/** It always came with something to read, and may come without. */
export const eventBodyBecameOptional: StructureRule = {
  id: "openapi/event-body-became-optional",
  level: "breaking",
  direction: "response",

  *check({ events }) {
    for (const { name, old, current } of events.kept) {
      if (old.body?.required && current.body && !current.body.required)
        yield { at: current.body.at, message: `The ${name} may come without a body now.` };
    }
  },
};
