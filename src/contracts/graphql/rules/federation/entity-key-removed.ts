import type { ContractRule } from "../../../rule.ts";
import { keyText, resolvableKeysOf } from "../../sdl/federation.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Subgraphs that refer to the entity by this key no longer compose. Who asks the composed schema sees nothing of it. */
export const entityKeyRemoved: ContractRule<Sdl> = {
  id: "graphql/entity-key-removed",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "object", "interface")) {
      const keys = new Set(resolvableKeysOf(current).map(keyText));
      for (const key of new Set(resolvableKeysOf(old).map(keyText))) {
        if (!keys.has(key))
          yield {
            at,
            message: `Entity ${at} can no longer be found by its key "${key}": subgraphs that refer to it by that key no longer compose.`,
          };
      }
    }
  },
};
