import type { ContractRule } from "../../../rule.ts";
import { lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { aKind } from "../words.ts";

/** Nobody asks for it yet. */
export const typeAdded: ContractRule<Sdl> = {
  id: "graphql/type-added",
  level: "compatible",

  *check(before, after) {
    for (const { name, kind } of lacking(after.types, before.types))
      yield { at: name, message: `Type ${name} was added (${aKind(kind)}).` };
  },
};
