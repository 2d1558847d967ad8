import { canBeCompound } from "./compound.ts";
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
        if (old.style === current.style || old.mediaType !== undefined || current.mediaType !== undefined) continue;
        if (isSameForSingle(old.style, current.style) && !canBeCompound(current.schema)) continue;
        const message = `The ${parameterName(current)} of ${name} was written as ${old.style}, and now as ${current.style}.`;
        yield { at: current.at, message };
      }
    }
  },
};

/** Only these two put something before a value that stands alone. */
const isSameForSingle = (old: string, current: string): boolean =>
  old.replace(", exploded", "") === current.replace(", exploded", "") || ![old, current].some((style) => /^(?:matrix|label)/.test(style));
