import type { ContractRule } from "../../../rule.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** No operation of that sort is possible any more. */
export const rootTypeRemoved: ContractRule<Sdl> = {
  id: "graphql/root-type-removed",
  level: "breaking",

  *check(before, after) {
    for (const [operation, was] of before.roots) {
      if (after.roots.has(operation)) continue;
      yield {
        at: `schema.${operation}`,
        message: `The schema no longer has a ${operation} type (it was ${was}): every ${operation} is refused.`,
      };
    }
  },
};
