import { responseContent } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** It may be asked for. */
export const responseMediaTypeAdded: StructureRule = {
  id: "openapi/response-media-type-added",
  level: "compatible",
  direction: "response",

  *check(pair) {
    for (const { operation, status, media } of responseContent(pair)) {
      for (const { name, at } of media.added)
        yield { at, message: `The ${status} response of ${operation.name} now also comes as ${name}.` };
    }
  },
};
