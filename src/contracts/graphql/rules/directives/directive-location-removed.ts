import type { ContractRule } from "../../../rule.ts";
import { keptDirectives } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** The directive can no longer stand where it was applied. */
export const directiveLocationRemoved: ContractRule<Sdl> = {
  id: "graphql/directive-location-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      for (const location of old.locations) {
        if (current.locations.has(location)) continue;
        yield { at, message: `Directive ${at} can no longer be applied on ${location}: whatever does so no longer validates.` };
      }
    }
  },
};
