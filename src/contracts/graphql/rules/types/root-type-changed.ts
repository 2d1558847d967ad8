import type { ContractRule } from "../../../rule.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Operations start from another type: fragments on the old one no longer fit, nor may its fields be there. */
export const rootTypeChanged: ContractRule<Sdl> = {
  id: "graphql/root-type-changed",
  level: "breaking",

  *check(before, after) {
    for (const [operation, was] of before.roots) {
      const is = after.roots.get(operation);
      if (is === undefined || is === was) continue;
      yield {
        at: `schema.${operation}`,
        message: `Every ${operation} now starts from type ${is} instead of ${was}: what was written for ${was} may not fit.`,
      };
    }
  },
};
