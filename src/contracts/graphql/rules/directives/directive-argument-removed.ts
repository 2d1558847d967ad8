import type { ContractRule } from "../../../rule.ts";
import { keptDirectives, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Whatever hands the argument to the directive no longer validates. */
export const directiveArgumentRemoved: ContractRule<Sdl> = {
  id: "graphql/directive-argument-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      for (const { name } of lacking(old.arguments, current.arguments)) {
        yield {
          at: `${at}(${name}:)`,
          direction: "request",
          message: `Argument ${name} of directive ${at} was removed: whatever sets it no longer validates.`,
        };
      }
    }
  },
};
