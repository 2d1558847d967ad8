import { keptResponses } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who read it find nothing. Less bad if it was not always there. */
export const responseHeaderRemoved: StructureRule = {
  id: "openapi/response-header-removed",
  level: "breaking",
  direction: "response",

  *check(pair) {
    for (const { operation, old, current } of keptResponses(pair)) {
      for (const [key, { name, at, required }] of old.headers) {
        if (current.headers.has(key)) continue;
        const message = `The header ${name} of the ${old.status} response of ${operation.name} is gone.`;
        yield { at, message, level: required ? "breaking" : "dangerous" };
      }
    }
  },
};
