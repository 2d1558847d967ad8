import type { ContractRule } from "../../../rule.ts";
import { deprecation } from "../../sdl/applied.ts";
import { keptTypes, lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Operations that select the field no longer validate. */
export const fieldRemoved: ContractRule<Sdl> = {
  id: "graphql/field-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "object", "interface")) {
      for (const field of lacking(old.fields, current.fields)) {
        if (field.external) continue;
        const reason = deprecation(field);
        const warned = reason === undefined ? "" : ` It had been deprecated (${reason}).`;
        yield {
          at: `${at}.${field.name}`,
          direction: "response",
          message: `Field ${at}.${field.name} was removed: operations that select it no longer validate.${warned}`,
        };
      }
    }
  },
};
