import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** Calls without it are refused. */
export const requiredParameterAdded: StructureRule = {
  id: "openapi/required-parameter-added",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const parameter of parameters.added) {
        if (parameter.required) yield { at: parameter.at, message: `${name} now needs the ${parameterName(parameter)}.` };
      }
    }
  },
};
