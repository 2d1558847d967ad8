import { keptBodies } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** The body may be left out. */
export const bodyBecameOptional: StructureRule = {
  id: "openapi/body-became-optional",
  level: "compatible",
  direction: "request",

  *check(pair) {
    for (const { operation, old, current } of keptBodies(pair)) {
      if (old.required && !current.required) yield { at: current.at, message: `The body of ${operation.name} is optional now.` };
    }
  },
};
