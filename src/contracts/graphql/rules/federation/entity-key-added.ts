import type { ContractRule } from "../../../rule.ts";
import { keyText, resolvableKeysOf } from "../../sdl/federation.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Subgraphs may refer to the entity in one more way. */
export const entityKeyAdded: ContractRule<Sdl> = {
  id: "graphql/entity-key-added",
  level: "compatible",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "object", "interface")) {
      const keys = new Set(resolvableKeysOf(old).map(keyText));
      for (const key of new Set(resolvableKeysOf(current).map(keyText))) {
        if (!keys.has(key)) yield { at, message: `Entity ${at} can now be found by the key "${key}".` };
      }
    }
  },
};
