import type { ContractRule } from "../../../rule.ts";
import { deprecation } from "../../sdl/applied.ts";
import { keptElements } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** It is to stay after all. */
export const noLongerDeprecated: ContractRule<Sdl> = {
  id: "graphql/no-longer-deprecated",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptElements(before, after)) {
      if (deprecation(old) !== undefined && deprecation(current) === undefined) yield { at, message: `${at} is no longer deprecated.` };
    }
  },
};
