import type { ContractRule } from "../../../rule.ts";
import { isStub } from "../../sdl/federation.ts";
import { lacking } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { aKind } from "../words.ts";

/** Whatever names the type no longer validates: fragments on it, variables of it, and all fields that returned it. */
export const typeRemoved: ContractRule<Sdl> = {
  id: "graphql/type-removed",
  level: "breaking",

  *check(before, after) {
    for (const type of lacking(before.types, after.types)) {
      if (isStub(type)) continue;
      yield {
        at: type.name,
        message: `Type ${type.name} was removed (it was ${aKind(type.kind)}): whatever names it no longer validates.`,
      };
    }
  },
};
