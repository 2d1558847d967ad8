import type { ContractRule } from "../../../rule.ts";
import { lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Nobody applies it yet. */
export const directiveAdded: ContractRule<Sdl> = {
  id: "graphql/directive-added",
  level: "compatible",

  *check(before, after) {
    for (const { name } of lacking(after.directives, before.directives)) yield { at: `@${name}`, message: `Directive @${name} was added.` };
  },
};
