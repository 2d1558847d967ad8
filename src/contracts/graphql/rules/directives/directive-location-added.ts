import type { ContractRule } from "../../../rule.ts";
import { keptDirectives } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** It may stand in more places than before. */
export const directiveLocationAdded: ContractRule<Sdl> = {
  id: "graphql/directive-location-added",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      for (const location of current.locations) {
        if (!old.locations.has(location)) yield { at, message: `Directive ${at} can now be applied on ${location}.` };
      }
    }
  },
};
