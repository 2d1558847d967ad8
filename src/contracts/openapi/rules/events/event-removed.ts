import { isExpected } from "../lifecycle/sunset.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who wait for the call wait for ever. Less bad if it was to go by now, or if nothing was promised yet. */
export const eventRemoved: StructureRule = {
  id: "openapi/event-removed",
  level: "breaking",
  direction: "response",

  *check({ events, today }) {
    for (const { name, at, lifecycle } of events.removed) {
      const expected = isExpected(lifecycle, today);
      const message = `The ${name} does not come any more${expected ? ", as was to be expected" : ""}.`;
      yield { at, message, level: expected ? "dangerous" : "breaking" };
    }
  },
};
