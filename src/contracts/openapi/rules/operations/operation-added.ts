import type { StructureRule } from "../../rule.ts";

/** Something new to call. */
export const operationAdded: StructureRule = {
  id: "openapi/operation-added",
  level: "compatible",
  direction: null,

  *check({ operations }) {
    for (const { name, at } of operations.added) yield { at, message: `${name} is new.` };
  },
};
