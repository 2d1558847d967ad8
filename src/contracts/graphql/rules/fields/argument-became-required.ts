import type { ContractRule } from "../../../rule.ts";
import { becameRequired } from "../input-changes.ts";
import { keptArguments } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Its default is gone, and it takes no null: who left it out is refused. */
export const argumentBecameRequired: ContractRule<Sdl> = {
  id: "graphql/argument-became-required",
  level: "breaking",

  *check(before, after) {
    yield* becameRequired(keptArguments(before, after), "Argument");
  },
};
