import { keptResponses } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Something more to read. */
export const responseHeaderAdded: StructureRule = {
  id: "openapi/response-header-added",
  level: "compatible",
  direction: "response",

  *check(pair) {
    for (const { operation, old, current } of keptResponses(pair)) {
      for (const [key, { name, at }] of current.headers) {
        if (old.headers.has(key)) continue;
        yield { at, message: `The ${old.status} response of ${operation.name} now has the header ${name}.` };
      }
    }
  },
};
