import type { ContractRule } from "../../../rule.ts";
import { keptDirectives } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** It may be applied more often than before. */
export const directiveRepeatable: ContractRule<Sdl> = {
  id: "graphql/directive-repeatable",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      if (!old.repeatable && current.repeatable) yield { at, message: `Directive ${at} can now be applied several times in one place.` };
    }
  },
};
