import type { ContractRule } from "../../../rule.ts";
import { customDirectives } from "../../sdl/applied.ts";
import { keptElements } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { shown } from "../words.ts";

/** What the directive did is known to the server alone, and it no longer does it. */
export const appliedDirectiveRemoved: ContractRule<Sdl> = {
  id: "graphql/applied-directive-removed",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptElements(before, after)) {
      if (old.applied.length === 0) continue;
      const is = customDirectives(current, after);
      for (const [name, text] of customDirectives(old, before)) {
        if (!is.has(name)) yield { at, message: `${at} is no longer marked ${shown(text)}: what the server does there may have changed.` };
      }
    }
  },
};
