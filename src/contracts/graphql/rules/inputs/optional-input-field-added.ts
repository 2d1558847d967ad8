import type { ContractRule } from "../../../rule.ts";
import { defaultText, isRequired } from "../../sdl/default-value.ts";
import { keptTypes, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { typeText } from "../../sdl/type-reference.ts";
import { shown } from "../words.ts";

/** Values remain valid; what the server does without the field is up to it. */
export const optionalInputFieldAdded: ContractRule<Sdl> = {
  id: "graphql/optional-input-field-added",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "input")) {
      for (const field of lacking(current.inputFields, old.inputFields)) {
        if (isRequired(field)) continue;
        const text = defaultText(field, after);
        const omitted = text === undefined ? "nothing is sent for it" : `it is ${shown(text)}`;
        yield {
          at: `${at}.${field.name}`,
          direction: "request",
          message: `Input object ${at} takes a new optional field ${field.name}: ${typeText(field.type)}; in existing values ${omitted}.`,
        };
      }
    }
  },
};
