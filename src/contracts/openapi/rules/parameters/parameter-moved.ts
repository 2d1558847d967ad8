import type { StructureRule } from "../../rule.ts";

/** It is looked for elsewhere, so what is sent in the old place is lost. */
export const parameterMoved: StructureRule = {
  id: "openapi/parameter-moved",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, moved } of operations.kept) {
      for (const { old, current } of moved) {
        yield { at: current.at, message: `Parameter ${old.name} of ${name} moved from ${old.in} to ${current.in}.` };
      }
    }
  },
};
