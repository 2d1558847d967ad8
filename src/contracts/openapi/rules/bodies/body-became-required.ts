import { keptBodies } from "../../pair/bodies.ts";
import type { StructureRule } from "../../rule.ts";

/** Calls without a body were right, and are refused. */
export const bodyBecameRequired: StructureRule = {
  id: "openapi/body-became-required",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const { operation, old, current } of keptBodies(pair)) {
      if (!old.required && current.required) yield { at: current.at, message: `The body of ${operation.name} is required now.` };
    }
  },
};
