import type { ContractRule } from "../../../rule.ts";
import { isRequired } from "../../sdl/default-value.ts";
import { keptFields, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { typeText } from "../../sdl/type-reference.ts";

/** No operation sends it yet, and none may leave it out. */
export const requiredArgumentAdded: ContractRule<Sdl> = {
  id: "graphql/required-argument-added",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptFields(before, after)) {
      for (const argument of lacking(current.arguments, old.arguments)) {
        if (!isRequired(argument)) continue;
        yield {
          at: `${at}(${argument.name}:)`,
          direction: "request",
          message: `Field ${at} now requires the argument ${argument.name}: ${typeText(argument.type)}: operations without it no longer validate.`,
        };
      }
    }
  },
};
