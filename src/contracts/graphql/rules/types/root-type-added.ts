import type { ContractRule } from "../../../rule.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** A sort of operation that was not possible before. */
export const rootTypeAdded: ContractRule<Sdl> = {
  id: "graphql/root-type-added",
  level: "compatible",

  *check(before, after) {
    for (const [operation, name] of after.roots) {
      if (!before.roots.has(operation)) yield { at: `schema.${operation}`, message: `The schema now has a ${operation} type: ${name}.` };
    }
  },
};
