import { keptResponses } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who follow it have to know the way themselves. */
export const linkRemoved: StructureRule = {
  id: "openapi/link-removed",
  level: "dangerous",
  direction: "response",

  *check(pair) {
    for (const { operation, old, current } of keptResponses(pair)) {
      for (const [name, { at }] of old.links) {
        if (!current.links.has(name)) yield { at, message: `The link ${name} of the ${old.status} response of ${operation.name} is gone.` };
      }
    }
  },
};
