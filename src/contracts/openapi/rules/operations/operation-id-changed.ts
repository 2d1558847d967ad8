import { pointerTo } from "../../../documents/pointer.ts";
import type { StructureRule } from "../../rule.ts";

/** Calls stay right, but generated clients name their functions after it, and links of other contracts refer to it. */
export const operationIdChanged: StructureRule = {
  id: "openapi/operation-id-changed",
  level: "dangerous",
  direction: null,

  *check({ operations }) {
    for (const { name, old, current } of operations.kept) {
      if (old.id === undefined || old.id === current.id) continue;
      const now = current.id === undefined ? "is gone" : `is ${current.id} now`;
      yield {
        at: current.id === undefined ? current.at : pointerTo(current.at, "operationId"),
        message: `The operationId ${old.id} of ${name} ${now}.`,
      };
    }
  },
};
