import type { ContractRule } from "../../../rule.ts";
import { isOneOf } from "../../sdl/applied.ts";
import { keptFields, keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Values that set no field, or several, are refused. On a field, which drafts of the feature allowed, it speaks of the arguments. */
export const oneOfAdded: ContractRule<Sdl> = {
  id: "graphql/one-of-added",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "input")) {
      if (isOneOf(old) || !isOneOf(current)) continue;
      yield {
        at,
        direction: "request",
        message: `Input object ${at} now takes exactly one of its fields: values with none or several are refused.`,
      };
    }
    for (const { at, old, current } of keptFields(before, after)) {
      if (isOneOf(old) || !isOneOf(current)) continue;
      yield {
        at,
        direction: "request",
        message: `Field ${at} now takes exactly one argument: operations with none or several are refused.`,
      };
    }
  },
};
