import type { ContractRule } from "../../../rule.ts";
import { typeChanges } from "../input-changes.ts";
import { keptInputFields } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** What consumers put into the input object no longer fits; unless more is accepted than before. */
export const inputFieldTypeChanged: ContractRule<Sdl> = {
  id: "graphql/input-field-type-changed",
  level: "breaking",

  *check(before, after) {
    yield* typeChanges(keptInputFields(before, after), "Input field");
  },
};
