import type { ContractRule } from "../../../rule.ts";
import { isRequired } from "../../sdl/default-value.ts";
import { keptTypes, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { typeText } from "../../sdl/type-reference.ts";

/** No value sets it yet, and none may leave it out. */
export const requiredInputFieldAdded: ContractRule<Sdl> = {
  id: "graphql/required-input-field-added",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "input")) {
      for (const field of lacking(current.inputFields, old.inputFields)) {
        if (!isRequired(field)) continue;
        yield {
          at: `${at}.${field.name}`,
          direction: "request",
          message: `Input object ${at} now requires the field ${field.name}: ${typeText(field.type)}: values without it are refused.`,
        };
      }
    }
  },
};
