import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** It could be sent without a value (`allowEmptyValue`). */
export const parameterEmptyRefused: StructureRule = {
  id: "openapi/parameter-empty-refused",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (old.allowsEmpty && !current.allowsEmpty)
          yield { at: current.at, message: `The ${parameterName(current)} of ${name} now needs a value.` };
      }
    }
  },
};
