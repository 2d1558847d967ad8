import { pointerTo } from "../../../documents/pointer.ts";
import { keptVariables } from "./kept-variables.ts";
import type { StructureRule } from "../../rule.ts";

/** Values that could be chosen are not among those that are listed. Where nothing was said, they are mostly what has always been so. */
export const serverVariableNarrowed: StructureRule = {
  id: "asyncapi/server-variable-narrowed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { server, old, current } of keptVariables(pair)) {
      const { values } = current;
      if (values === undefined) continue;
      const at = pointerTo(current.at, "enum");
      const name = `Variable ${current.name} of server ${server}`;
      if (old.values === undefined) {
        const level = old.isDescribed ? "breaking" : "dangerous";
        yield { at, level, message: `${name} could be anything, and now has to be one of the listed values.` };
      }
      for (const value of old.values ?? []) {
        if (!values.includes(value)) yield { at, message: `${name} may no longer be ${JSON.stringify(value)}.` };
      }
    }
  },
};
