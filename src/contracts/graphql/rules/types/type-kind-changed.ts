import type { ContractRule } from "../../../rule.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { aKind } from "../words.ts";

/** Fragments, selections, or values that fitted the old kind do not fit the new one. */
export const typeKindChanged: ContractRule<Sdl> = {
  id: "graphql/type-kind-changed",
  level: "breaking",

  *check(before, after) {
    for (const [name, { kind }] of before.types) {
      const current = after.types.get(name)?.kind ?? kind;
      if (current === kind) continue;
      yield { at: name, message: `Type ${name} was ${aKind(kind)} and is now ${aKind(current)}: what was written for it no longer fits.` };
    }
  },
};
