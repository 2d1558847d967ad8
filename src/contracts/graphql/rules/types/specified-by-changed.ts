import type { ContractRule } from "../../../rule.ts";
import { specification } from "../../sdl/applied.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { quoted } from "../words.ts";

/** Values of the scalar may look otherwise, though nothing else says so. A format that is only now described is none. */
export const specifiedByChanged: ContractRule<Sdl> = {
  id: "graphql/specified-by-changed",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "scalar")) {
      const [was, is] = [specification(old), specification(current)];
      if (was === is) continue;
      if (was === undefined) yield { at, level: "compatible", message: `Scalar ${at} is now specified by ${quoted(is ?? "")}.` };
      else if (is === undefined)
        yield { at, message: `Scalar ${at} is no longer specified by ${quoted(was)}: its values may look otherwise.` };
      else yield { at, message: `Scalar ${at} is specified by ${quoted(is)} instead of ${quoted(was)}: its values may look otherwise.` };
    }
  },
};
