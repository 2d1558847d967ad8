import type { ContractRule } from "../../../rule.ts";
import { typeChanges } from "../input-changes.ts";
import { keptArguments } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** What operations send, literally or in variables, no longer fits; unless more is accepted than before. */
export const argumentTypeChanged: ContractRule<Sdl> = {
  id: "graphql/argument-type-changed",
  level: "breaking",

  *check(before, after) {
    yield* typeChanges(keptArguments(before, after), "Argument");
  },
};
