import type { ContractRule } from "../../../rule.ts";
import { isOneOf } from "../../sdl/applied.ts";
import { keptFields, keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** More values are accepted than before. */
export const oneOfRemoved: ContractRule<Sdl> = {
  id: "graphql/one-of-removed",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "input")) {
      if (isOneOf(old) && !isOneOf(current)) {
        yield { at, direction: "request", message: `Input object ${at} no longer insists on exactly one of its fields.` };
      }
    }
    for (const { at, old, current } of keptFields(before, after)) {
      if (isOneOf(old) && !isOneOf(current))
        yield { at, direction: "request", message: `Field ${at} no longer insists on exactly one argument.` };
    }
  },
};
