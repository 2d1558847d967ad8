import { parameterName } from "../parameters/words.ts";
import type { StructureRule } from "../../rule.ts";

/** A consumer who reads it finds nothing, or not where it was. Less bad if it was not always there. */
export const eventParameterRemoved: StructureRule = {
  id: "openapi/event-parameter-removed",
  level: "breaking",
  direction: "response",

  *check({ events }) {
    for (const { name, parameters, moved } of events.kept) {
      for (const parameter of parameters.removed) {
        const message = `The ${name} does not bring the ${parameterName(parameter)} any more.`;
        yield { at: parameter.at, message, level: parameter.required ? "breaking" : "dangerous" };
      }
      for (const { old, current } of moved) {
        const message = `The ${name} brings the ${parameterName(old)} as ${parameterName(current)} now.`;
        yield { at: current.at, message, level: old.required ? "breaking" : "dangerous" };
      }
    }
  },
};
