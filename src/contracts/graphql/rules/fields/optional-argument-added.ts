import type { ContractRule } from "../../../rule.ts";
import { defaultText, isRequired } from "../../sdl/default-value.ts";
import { keptFields, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { typeText } from "../../sdl/type-reference.ts";
import { shown } from "../words.ts";

/** Operations remain valid; what the field does without the argument is up to the server. */
export const optionalArgumentAdded: ContractRule<Sdl> = {
  id: "graphql/optional-argument-added",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptFields(before, after)) {
      for (const argument of lacking(current.arguments, old.arguments)) {
        if (isRequired(argument)) continue;
        const text = defaultText(argument, after);
        const omitted = text === undefined ? "nothing is sent for it" : `it is ${shown(text)}`;
        yield {
          at: `${at}(${argument.name}:)`,
          direction: "request",
          message: `Field ${at} takes a new optional argument ${argument.name}: ${typeText(argument.type)}; in existing operations ${omitted}.`,
        };
      }
    }
  },
};
