import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** Something new to say, for those who want to. */
export const optionalParameterAdded: StructureRule = {
  id: "openapi/optional-parameter-added",
  level: "compatible",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const parameter of parameters.added) {
        if (!parameter.required) yield { at: parameter.at, message: `${name} now takes the ${parameterName(parameter)}.` };
      }
    }
  },
};
