import type { ContractRule } from "../../../rule.ts";
import { lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Whatever applies the directive no longer validates. */
export const directiveRemoved: ContractRule<Sdl> = {
  id: "graphql/directive-removed",
  level: "breaking",

  *check(before, after) {
    for (const { name } of lacking(before.directives, after.directives)) {
      yield { at: `@${name}`, message: `Directive @${name} was removed: whatever applies it no longer validates.` };
    }
  },
};
