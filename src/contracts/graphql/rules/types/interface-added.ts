import type { ContractRule } from "../../../rule.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Who receives the interface may now receive this type as well. */
export const interfaceAdded: ContractRule<Sdl> = {
  id: "graphql/interface-added",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "object", "interface")) {
      for (const name of current.interfaces) {
        if (old.interfaces.has(name)) continue;
        yield {
          at,
          direction: "response",
          message: `${at} now implements ${name}: where ${name} is returned, consumers may receive it as well.`,
        };
      }
    }
  },
};
