import type { ContractRule } from "../../../rule.ts";
import { becameRequired } from "../input-changes.ts";
import { keptDirectiveArguments } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Its default is gone, and it takes no null: who left it out is refused. */
export const directiveArgumentBecameRequired: ContractRule<Sdl> = {
  id: "graphql/directive-argument-became-required",
  level: "breaking",

  *check(before, after) {
    yield* becameRequired(keptDirectiveArguments(before, after), "Argument");
  },
};
