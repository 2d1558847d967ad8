import { pointerTo } from "../../../documents/pointer.ts";
import { keptVariables } from "./kept-variables.ts";
import type { StructureRule } from "../../rule.ts";

/** Who leaves it out goes somewhere else. */
export const serverVariableDefaultChanged: StructureRule = {
  id: "asyncapi/server-variable-default-changed",
  level: "dangerous",
  direction: null,

  *check(pair) {
    for (const { server, old, current } of keptVariables(pair)) {
      if (old.byDefault === undefined || old.byDefault === current.byDefault) continue;
      const now = current.byDefault === undefined ? "nothing" : JSON.stringify(current.byDefault);
      const message = `Variable ${current.name} of server ${server} was ${JSON.stringify(old.byDefault)} by default, and is ${now} now.`;
      yield { at: pointerTo(current.at, "default"), message };
    }
  },
};
