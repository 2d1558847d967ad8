import { keptResponses } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** It leads elsewhere. */
export const linkTargetChanged: StructureRule = {
  id: "openapi/link-target-changed",
  level: "dangerous",
  direction: "response",

  *check(pair) {
    for (const { operation, old, current } of keptResponses(pair)) {
      for (const [name, { at, target }] of current.links) {
        const was = old.links.get(name)?.target;
        if (was === undefined || was === target) continue;
        yield {
          at,
          message: `The link ${name} of the ${old.status} response of ${operation.name} led to ${was}, and now leads to ${target}.`,
        };
      }
    }
  },
};
