import type { ContractRule } from "../../../rule.ts";
import { defaultChanges } from "../input-changes.ts";
import { keptDirectiveArguments } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Who leaves it out gets something else than before. */
export const directiveArgumentDefaultChanged: ContractRule<Sdl> = {
  id: "graphql/directive-argument-default-changed",
  level: "dangerous",

  *check(before, after) {
    yield* defaultChanges(keptDirectiveArguments(before, after), "Argument", before, after);
  },
};
