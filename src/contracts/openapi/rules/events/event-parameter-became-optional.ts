import { parameterName } from "../parameters/words.ts";
import type { StructureRule } from "../../rule.ts";

/** It was always there, and may be missing now. */
export const eventParameterBecameOptional: StructureRule = {
  id: "openapi/event-parameter-became-optional",
  level: "breaking",
  direction: "response",

  *check({ events }) {
    for (const { name, parameters } of events.kept) {
      for (const { old, current } of parameters.kept) {
        if (old.required && !current.required)
          yield { at: current.at, message: `The ${name} may come without the ${parameterName(current)} now.` };
      }
    }
  },
};
