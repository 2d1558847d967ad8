import type { ContractRule } from "../../../rule.ts";
import { isRequired } from "../../sdl/default-value.ts";
import { keptDirectives, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { typeText } from "../../sdl/type-reference.ts";

/** Whatever applies the directive remains valid. */
export const optionalDirectiveArgumentAdded: ContractRule<Sdl> = {
  id: "graphql/optional-directive-argument-added",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptDirectives(before, after)) {
      for (const argument of lacking(current.arguments, old.arguments)) {
        if (isRequired(argument)) continue;
        const { name, type } = argument;
        yield {
          at: `${at}(${name}:)`,
          direction: "request",
          message: `Directive ${at} takes a new optional argument ${name}: ${typeText(type)}.`,
        };
      }
    }
  },
};
