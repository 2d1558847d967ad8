import { directionOf, flowName } from "../../pair/exchanges.ts";
import type { StructureRule } from "../../rule.ts";

/** Clients did this, and cannot any more. */
export const operationRemoved: StructureRule = {
  id: "asyncapi/operation-removed",
  level: "breaking",
  direction: null,

  *check({ channels }) {
    for (const { name, flows } of channels.kept) {
      for (const { action, operations } of flows.removed) {
        const message = `Clients cannot ${flowName(action, name)} any more.`;
        yield { at: operations[0]?.at ?? "", direction: directionOf(action), message };
      }
    }
  },
};
