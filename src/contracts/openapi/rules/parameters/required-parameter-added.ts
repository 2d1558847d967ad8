import type { Parameter } from "../../read/api.ts";
import type { StructureRule } from "../../rule.ts";
import { parameterName } from "./words.ts";

/** Calls without it are refused. What stood in the path already had to be filled in before anyone described it. */
export const requiredParameterAdded: StructureRule = {
  id: "openapi/required-parameter-added",
  level: "breaking",
  direction: "request",

  *check({ operations }) {
    for (const { name, parameters } of operations.kept) {
      for (const parameter of parameters.added) {
        if (!parameter.required) continue;
        const wasThere = standsInPath(parameter);
        const message = `${name} now ${wasThere ? "describes" : "needs"} the ${parameterName(parameter)}.`;
        yield { at: parameter.at, message, level: wasThere ? "dangerous" : "breaking" };
      }
    }
  },
};

/** Operations are the same in both versions only if their paths are, but for names. */
const standsInPath = ({ in: place, key }: Parameter): boolean => place === "path" && key.startsWith("{");
