import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** It may be left out. */
export const parameterBecameOptional: StructureRule = {
  id: "openapi/parameter-became-optional",
  level: "compatible",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (old.required && !current.required)
          yield { at: current.at, message: `The ${parameterName(current)} of ${name} is optional now.` };
      }
    }
  },
};
