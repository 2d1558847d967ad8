import { requestContent } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Anything could be sent, and now it has to be of a certain form. */
export const requestSchemaAdded: StructureRule = {
  id: "openapi/request-schema-added",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const { operation, media } of requestContent(pair)) {
      for (const { old, current } of media.kept) {
        if (old.schema || !current.schema) continue;
        yield { at: current.schema.pointer, message: `The body of ${operation.name} could be anything, and now has a schema.` };
      }
    }
  },
};
