import type { ContractRule } from "../../../rule.ts";
import { keptDirectives } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Whatever applies the directive twice in one place no longer validates. */
export const directiveNotRepeatable: ContractRule<Sdl> = {
  id: "graphql/directive-not-repeatable",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      if (!old.repeatable || current.repeatable) continue;
      yield { at, message: `Directive ${at} is no longer repeatable: whatever applies it twice in one place no longer validates.` };
    }
  },
};
