import { looksDifferent } from "./compound.ts";
import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** Lists and objects are written in another way. A single value looks the same in most. */
export const parameterStyleChanged: StructureRule = {
  id: "openapi/parameter-style-changed",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (old.mediaType !== undefined || current.mediaType !== undefined) continue;
        if (!looksDifferent(old.style, current.style, current.schema)) continue;
        const message = `The ${parameterName(current)} of ${name} was written as ${old.style}, and now as ${current.style}.`;
        yield { at: current.at, message };
      }
    }
  },
};
