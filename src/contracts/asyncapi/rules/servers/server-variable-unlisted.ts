import { keptVariables } from "./kept-variables.ts";
import type { StructureRule } from "../../rule.ts";

/** Any value goes, and which of them lead to a server is not said any more. */
export const serverVariableUnlisted: StructureRule = {
  id: "asyncapi/server-variable-unlisted",
  level: "dangerous",
  direction: null,

  *check(pair) {
    for (const { server, old, current } of keptVariables(pair)) {
      if (old.values === undefined || current.values !== undefined) continue;
      yield { at: current.at, message: `The values of variable ${current.name} of server ${server} are not listed any more.` };
    }
  },
};
