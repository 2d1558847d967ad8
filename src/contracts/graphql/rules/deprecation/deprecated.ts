import type { ContractRule } from "../../../rule.ts";
import { deprecation } from "../../sdl/applied.ts";
import { keptElements } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Still there, and announced to go. */
export const deprecated: ContractRule<Sdl> = {
  id: "graphql/deprecated",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptElements(before, after)) {
      const reason = deprecation(current);
      if (reason !== undefined && deprecation(old) === undefined) yield { at, message: `${at} is now deprecated (${reason}).` };
    }
  },
};
