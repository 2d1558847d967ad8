import { keptResponses } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** It was always there, and may be missing now. */
export const responseHeaderBecameOptional: StructureRule = {
  id: "openapi/response-header-became-optional",
  level: "breaking",
  direction: "response",

  *check(pair) {
    for (const { operation, old, current } of keptResponses(pair)) {
      for (const [key, { name, at, required }] of current.headers) {
        if (required || !old.headers.get(key)?.required) continue;
        yield { at, message: `The header ${name} of the ${old.status} response of ${operation.name} may be missing now.` };
      }
    }
  },
};
