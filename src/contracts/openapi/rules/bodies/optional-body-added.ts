import type { StructureRule } from "../../rule.ts";

/** A body may be sent. */
export const optionalBodyAdded: StructureRule = {
  id: "openapi/optional-body-added",
  level: "compatible",
  direction: "request",

  *check({ operations }) {
    for (const { name, old, current } of operations.kept) {
      if (!old.body && current.body && !current.body.required) yield { at: current.body.at, message: `${name} now takes a body.` };
    }
  },
};
