import { contentPair } from "../../pair/content-pair.ts";
import type { StructureRule } from "../../rule.ts";

/** What the provider calls with comes in another form. */
export const eventMediaTypeRemoved: StructureRule = {
  id: "openapi/event-media-type-removed",
  level: "breaking",
  direction: "response",

  *check({ events }) {
    for (const { name, old, current } of events.kept) {
      if (!old.body) continue;
      const { removed } = contentPair(old.body.content, current.body?.content ?? new Map(), "response");
      for (const media of removed) yield { at: media.at, message: `The ${name} does not come with ${media.name} any more.` };
    }
  },
};
