import { keptResponses } from "../../pair/bodies.ts";
import { looksDifferent } from "../parameters/compound.ts";
import type { StructureRule } from "../../rule.ts";

/** Lists and objects in it are written in another way. */
export const responseHeaderStyleChanged: StructureRule = {
  id: "openapi/response-header-style-changed",
  level: "breaking",
  direction: "response",

  *check(pair) {
    for (const { operation, old, current } of keptResponses(pair)) {
      for (const [key, { name, at, style, schema }] of current.headers) {
        const was = old.headers.get(key)?.style;
        if (was === undefined || !looksDifferent(was, style, schema)) continue;
        yield { at, message: `The header ${name} of the ${old.status} response of ${operation.name} is written as ${style} now.` };
      }
    }
  },
};
