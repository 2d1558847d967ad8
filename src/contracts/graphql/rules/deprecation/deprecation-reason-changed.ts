import type { ContractRule } from "../../../rule.ts";
import { deprecation } from "../../sdl/applied.ts";
import { keptElements } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** What to use instead may be another thing than was said. */
export const deprecationReasonChanged: ContractRule<Sdl> = {
  id: "graphql/deprecation-reason-changed",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptElements(before, after)) {
      const [was, is] = [deprecation(old), deprecation(current)];
      if (was !== undefined && is !== undefined && was !== is)
        yield { at, message: `${at} is deprecated for another reason: ${is} instead of ${was}.` };
    }
  },
};
