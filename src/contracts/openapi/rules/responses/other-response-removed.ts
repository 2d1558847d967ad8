import { isSuccess } from "../../pair/contract-pair.ts";
import type { StructureRule } from "../../rule.ts";

/** One way fewer in which a call can end. */
export const otherResponseRemoved: StructureRule = {
  id: "openapi/other-response-removed",
  level: "compatible",
  direction: "response",

  *check({ operations }) {
    for (const { name, responses } of operations.kept) {
      for (const { status, at } of responses.removed) {
        if (!isSuccess(status)) yield { at, message: `${name} does not answer with ${status} any more.` };
      }
    }
  },
};
