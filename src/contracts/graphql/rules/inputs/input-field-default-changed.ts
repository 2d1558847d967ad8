import type { ContractRule } from "../../../rule.ts";
import { defaultChanges } from "../input-changes.ts";
import { keptInputFields } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Who leaves it out gets something else than before. */
export const inputFieldDefaultChanged: ContractRule<Sdl> = {
  id: "graphql/input-field-default-changed",
  level: "dangerous",

  *check(before, after) {
    yield* defaultChanges(keptInputFields(before, after), "Input field", before, after);
  },
};
