import type { ContractRule } from "../../../rule.ts";
import { keptTypes, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Input objects that set the field are refused. */
export const inputFieldRemoved: ContractRule<Sdl> = {
  id: "graphql/input-field-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "input")) {
      for (const { name } of lacking(old.inputFields, current.inputFields)) {
        yield {
          at: `${at}.${name}`,
          direction: "request",
          message: `Input field ${at}.${name} was removed: values that set it are refused.`,
        };
      }
    }
  },
};
