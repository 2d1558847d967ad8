import { responseContent } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** What comes is not described any more. It may well be the same. */
export const responseSchemaRemoved: StructureRule = {
  id: "openapi/response-schema-removed",
  level: "dangerous",
  direction: "response",

  *check(pair) {
    for (const { operation, status, media } of responseContent(pair)) {
      for (const { old, current } of media.kept) {
        if (!old.schema || current.schema) continue;
        yield { at: current.at, message: `The ${status} response of ${operation.name} has no schema any more.` };
      }
    }
  },
};
