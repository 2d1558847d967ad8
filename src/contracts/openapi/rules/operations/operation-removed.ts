import type { Operation } from "../../read/api.ts";
import { mayGo } from "../lifecycle/sunset.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who call it get nothing any more. Less bad if it was announced, and the announced day has come, or if nothing was promised yet. */
export const operationRemoved: StructureRule = {
  id: "openapi/operation-removed",
  level: "breaking",
  direction: null,

  *check({ operations, today }) {
    for (const operation of operations.removed) {
      const announced = isProvisional(operation) || mayGo(operation.lifecycle, today);
      const message = `${operation.name} was removed${announced ? ", as was to be expected" : ""}.`;
      yield { at: operation.at, message, level: announced ? "dangerous" : "breaking" };
    }
  },
};

const isProvisional = ({ lifecycle: { stability } }: Operation): boolean => stability === "draft" || stability === "alpha";
