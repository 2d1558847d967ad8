import { isSuccess } from "../../pair/contract-pair.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who wait for this status do not know what they get instead. */
export const successResponseRemoved: StructureRule = {
  id: "openapi/success-response-removed",
  level: "breaking",
  direction: "response",

  *check({ operations }) {
    for (const { name, responses } of operations.kept) {
      for (const { status, at } of responses.removed) {
        if (isSuccess(status)) yield { at, message: `${name} does not answer with ${status} any more.` };
      }
    }
  },
};
