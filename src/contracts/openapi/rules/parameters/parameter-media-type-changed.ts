import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** A value that was plain text has to be written in some other way. */
export const parameterMediaTypeChanged: StructureRule = {
  id: "openapi/parameter-media-type-changed",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (old.mediaType === current.mediaType) continue;
        const message = `The ${parameterName(current)} of ${name} was written as ${old.mediaType ?? "plain text"}, and now as ${current.mediaType ?? "plain text"}.`;
        yield { at: current.at, message };
      }
    }
  },
};
