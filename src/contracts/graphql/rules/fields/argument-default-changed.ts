import type { ContractRule } from "../../../rule.ts";
import { defaultChanges } from "../input-changes.ts";
import { keptArguments } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Who leaves it out gets something else than before. */
export const argumentDefaultChanged: ContractRule<Sdl> = {
  id: "graphql/argument-default-changed",
  level: "dangerous",

  *check(before, after) {
    yield* defaultChanges(keptArguments(before, after), "Argument", before, after);
  },
};
