import type { ContractRule } from "../../../rule.ts";
import { customDirectives } from "../../sdl/applied.ts";
import { keptElements } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { shown } from "../words.ts";

/** The server is told something else by the same directive. */
export const appliedDirectiveChanged: ContractRule<Sdl> = {
  id: "graphql/applied-directive-changed",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptElements(before, after)) {
      if (old.applied.length === 0 || current.applied.length === 0) continue;
      const is = customDirectives(current, after);
      for (const [name, text] of customDirectives(old, before)) {
        const now = is.get(name) ?? text;
        if (now !== text)
          yield { at, message: `${at} is marked ${shown(now)} instead of ${shown(text)}: what the server does there may have changed.` };
      }
    }
  },
};
