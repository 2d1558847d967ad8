import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** Calls without it were right, and are refused. */
export const parameterBecameRequired: StructureRule = {
  id: "openapi/parameter-became-required",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (!old.required && current.required)
          yield { at: current.at, message: `The ${parameterName(current)} of ${name} is required now.` };
      }
    }
  },
};
