import type { StructureRule } from "../../rule.ts";

/** Calls had no body, and are refused without one. */
export const requiredBodyAdded: StructureRule = {
  id: "openapi/required-body-added",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, old, current } of operations.kept) {
      if (!old.body && current.body?.required) yield { at: current.body.at, message: `${name} now needs a body.` };
    }
  },
};
