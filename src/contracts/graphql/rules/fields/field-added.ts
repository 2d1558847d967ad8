import type { ContractRule } from "../../../rule.ts";
import { keptTypes, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** It comes to those alone who select it. */
export const fieldAdded: ContractRule<Sdl> = {
  id: "graphql/field-added",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "object", "interface")) {
      for (const { name } of lacking(current.fields, old.fields)) {
        yield { at: `${at}.${name}`, direction: "response", message: `Field ${at}.${name} was added.` };
      }
    }
  },
};
