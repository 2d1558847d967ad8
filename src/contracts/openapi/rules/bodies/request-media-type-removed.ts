import { requestContent } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Bodies that are written so are refused. */
export const requestMediaTypeRemoved: StructureRule = {
  id: "openapi/request-media-type-removed",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const { operation, media } of requestContent(pair)) {
      for (const { name, at } of media.removed) yield { at, message: `${operation.name} does not take ${name} any more.` };
    }
  },
};
