import type { ContractRule } from "../../../rule.ts";
import { isRequired } from "../../sdl/default-value.ts";
import { keptDirectives, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { typeText } from "../../sdl/type-reference.ts";

/** Nobody sets it yet, and none may leave it out. */
export const requiredDirectiveArgumentAdded: ContractRule<Sdl> = {
  id: "graphql/required-directive-argument-added",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      for (const argument of lacking(current.arguments, old.arguments)) {
        if (!isRequired(argument)) continue;
        yield {
          at: `${at}(${argument.name}:)`,
          direction: "request",
          message: `Directive ${at} now requires the argument ${argument.name}: ${typeText(argument.type)}: whatever applies it without no longer validates.`,
        };
      }
    }
  },
};
