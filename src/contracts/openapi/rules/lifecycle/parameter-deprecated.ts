import { parameterName } from "../parameters/words.ts";
import type { StructureRule } from "../../rule.ts";

/** It still works. */
export const parameterDeprecated: StructureRule = {
  id: "openapi/parameter-deprecated",
  level: "compatible",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (old.lifecycle.deprecated || !current.lifecycle.deprecated) continue;
        yield { at: current.at, message: `The ${parameterName(current)} of ${name} is deprecated now.` };
      }
    }
  },
};
