import type { ContractRule } from "../../../rule.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Fragments that rely on the interface, on either of the two, no longer validate. */
export const interfaceRemoved: ContractRule<Sdl> = {
  id: "graphql/interface-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "object", "interface")) {
      for (const name of old.interfaces) {
        if (current.interfaces.has(name)) continue;
        yield {
          at,
          direction: "response",
          message: `${at} no longer implements ${name}: fragments from one to the other no longer validate.`,
        };
      }
    }
  },
};
