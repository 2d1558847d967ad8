import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** Characters such as `/` and `?` now have to be escaped. Many servers never told the difference. */
export const parameterReservedRefused: StructureRule = {
  id: "openapi/parameter-reserved-refused",
  level: "dangerous",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const { old, current } of parameters.kept) {
        if (!old.allowsReserved || current.allowsReserved) continue;
        yield { at: current.at, message: `Reserved characters in the ${parameterName(current)} of ${name} now have to be escaped.` };
      }
    }
  },
};
