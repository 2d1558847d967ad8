import { contentPair } from "../../pair/content-pair.ts";
import type { StructureRule } from "../../rule.ts";

/** Consumers who answer in this form are not understood. */
export const eventAnswerMediaTypeRemoved: StructureRule = {
  id: "openapi/event-answer-media-type-removed",
  level: "breaking",
  direction: "request",

  *check({ events }) {
    for (const { name, responses } of events.kept) {
      for (const { old, current } of responses.kept) {
        // What is not described may be anything.
        if (current.content.size === 0) continue;
        for (const media of contentPair(old.content, current.content, "request").removed)
          yield { at: media.at, message: `The ${old.status} answer to the ${name} may not be ${media.name} any more.` };
      }
    }
  },
};
