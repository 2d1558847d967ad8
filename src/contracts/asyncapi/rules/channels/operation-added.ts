import { directionOf, flowName } from "../../pair/exchanges.ts";
import type { StructureRule } from "../../rule.ts";

/** Clients can do one more thing. */
export const operationAdded: StructureRule = {
  id: "asyncapi/operation-added",
  level: "compatible",
  direction: null,

  *check({ channels }) {
    for (const { name, flows } of channels.kept) {
      for (const { action, operations } of flows.added) {
        const message = `Clients can ${flowName(action, name)} now.`;
        yield { at: operations[0]?.at ?? "", direction: directionOf(action), message };
      }
    }
  },
};
