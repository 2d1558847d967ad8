import type { ContractRule } from "../../../rule.ts";
import { customDirectives } from "../../sdl/applied.ts";
import { keptElements } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { shown } from "../words.ts";

/** What the directive does is known to the server alone: it may ask for a permission, or change what comes back. */
export const appliedDirectiveAdded: ContractRule<Sdl> = {
  id: "graphql/applied-directive-added",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptElements(before, after)) {
      if (current.applied.length === 0) continue;
      const was = customDirectives(old, before);
      for (const [name, text] of customDirectives(current, after)) {
        if (!was.has(name)) yield { at, message: `${at} is now marked ${shown(text)}: what the server does there may have changed.` };
      }
    }
  },
};
