import { responseContent } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who ask for it, or can read nothing else, get nothing that they understand. */
export const responseMediaTypeRemoved: StructureRule = {
  id: "openapi/response-media-type-removed",
  level: "breaking",
  direction: "response",

  *check(pair) {
    for (const { operation, status, media } of responseContent(pair)) {
      for (const { name, at } of media.removed)
        yield { at, message: `The ${status} response of ${operation.name} does not come as ${name} any more.` };
    }
  },
};
