import type { ContractRule } from "../../../rule.ts";
import { typeChanges } from "../input-changes.ts";
import { keptDirectiveArguments } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** What is handed to the directive no longer fits; unless more is accepted than before. */
export const directiveArgumentTypeChanged: ContractRule<Sdl> = {
  id: "graphql/directive-argument-type-changed",
  level: "breaking",

  *check(before, after) {
    yield* typeChanges(keptDirectiveArguments(before, after), "Argument");
  },
};
