import { mayGo } from "../lifecycle/sunset.ts";
import { parameterName } from "./words.ts";
import type { StructureRule } from "../../rule.ts";

/** It is ignored, or refused by those who are strict. Worse if it was to live longer. */
export const parameterRemoved: StructureRule = {
  id: "openapi/parameter-removed",
  level: "dangerous",
  direction: "request",

  *check({ operations, today }) {
    for (const { name, parameters } of operations.kept) {
      for (const parameter of parameters.removed) {
        const early = parameter.lifecycle.sunset !== undefined && !mayGo(parameter.lifecycle, today);
        const message = `The ${parameterName(parameter)} of ${name} was removed${early ? " before its day" : ""}.`;
        yield { at: parameter.at, message, level: early ? "breaking" : "dangerous" };
      }
    }
  },
};
