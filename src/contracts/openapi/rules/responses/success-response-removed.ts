import { isSuccess } from "../../pair/contract-pair.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who wait for this status do not know what they get instead. */
export const successResponseRemoved: StructureRule = {
  id: "openapi/success-response-removed",
  level: "breaking",
  direction: "response",

  *check({ operations }) {
    for (const { name, current, responses } of operations.kept) {
      for (const { status, at } of responses.removed) {
        // Of a range, some may be left: who is prepared for all is prepared for these.
        const isNarrowed = status === "2XX" && [...current.responses.keys()].some(isSuccess);
        if (isSuccess(status) && !isNarrowed) yield { at, message: `${name} does not answer with ${status} any more.` };
      }
    }
  },
};
