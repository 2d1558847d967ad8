import type { ContractRule } from "../../../rule.ts";
import { becameRequired } from "../input-changes.ts";
import { keptInputFields } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Its default is gone, and it takes no null: who left it out is refused. */
export const inputFieldBecameRequired: ContractRule<Sdl> = {
  id: "graphql/input-field-became-required",
  level: "breaking",

  *check(before, after) {
    yield* becameRequired(keptInputFields(before, after), "Input field");
  },
};
