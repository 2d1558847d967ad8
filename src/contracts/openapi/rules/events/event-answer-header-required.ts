import type { StructureRule } from "../../rule.ts";

/** Consumers who answer without it are not understood. */
export const eventAnswerHeaderRequired: StructureRule = {
  id: "openapi/event-answer-header-required",
  level: "breaking",
  direction: "request",

  *check({ events }) {
    for (const { name, responses } of events.kept) {
      for (const { old, current } of responses.kept) {
        for (const [key, header] of current.headers) {
          if (!header.required || old.headers.get(key)?.required) continue;
          yield { at: header.at, message: `The ${old.status} answer to the ${name} now needs the header ${header.name}.` };
        }
      }
    }
  },
};
