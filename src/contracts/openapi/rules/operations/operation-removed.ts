import { isExpected } from "../lifecycle/sunset.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who call it get nothing any more. Less bad if it was announced, and the announced day has come, or if nothing was promised yet. */
export const operationRemoved: StructureRule = {
  id: "openapi/operation-removed",
  level: "breaking",
  direction: null,

  *check({ operations, today }) {
    for (const operation of operations.removed) {
      const expected = isExpected(operation.lifecycle, today);
      const message = `${operation.name} was removed${expected ? ", as was to be expected" : ""}.`;
      yield { at: operation.at, message, level: expected ? "dangerous" : "breaking" };
    }
  },
};
