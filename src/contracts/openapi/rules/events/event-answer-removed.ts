import { isSuccess } from "../../pair/contract-pair.ts";
import type { StructureRule } from "../../rule.ts";

/** It is the consumer who answers here: this status is not taken for a success any more. */
export const eventAnswerRemoved: StructureRule = {
  id: "openapi/event-answer-removed",
  level: "breaking",
  direction: "request",

  *check({ events }) {
    for (const { name, responses } of events.kept) {
      for (const { status, at } of responses.removed) {
        if (isSuccess(status)) yield { at, message: `${status} is not an answer to the ${name} any more.` };
      }
    }
  },
};
