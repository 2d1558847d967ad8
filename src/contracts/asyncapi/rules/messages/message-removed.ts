import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** Who publishes it is not understood, and who waits for it waits for ever. Where a message is one that nobody knows, it may be that. */
export const messageRemoved: StructureRule = {
  id: "asyncapi/message-removed",
  level: "breaking",
  direction: null,

  *check({ exchanges }) {
    for (const { name, direction, messages, at } of exchanges) {
      const level = messages.added.some(({ isUnknown }) => isUnknown) ? "dangerous" : "breaking";
      for (const message of messages.removed) {
        const what = direction === "publish" ? "is not taken any more" : "does not come any more";
        yield { at, level, direction, message: `${name}: ${messageName(message)} ${what}.` };
      }
    }
  },
};
