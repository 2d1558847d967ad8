import { requestContent } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Bodies may be written in another way. */
export const requestMediaTypeAdded: StructureRule = {
  id: "openapi/request-media-type-added",
  level: "compatible",
  direction: "request",

  *check(pair) {
    for (const { operation, media } of requestContent(pair)) {
      for (const { name, at } of media.added) yield { at, message: `${operation.name} now takes ${name}.` };
    }
  },
};
