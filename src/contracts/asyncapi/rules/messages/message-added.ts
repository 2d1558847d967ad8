import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** One more message that may be published. Those who are subscribed get one that they do not know. */
export const messageAdded: StructureRule = {
  id: "asyncapi/message-added",
  level: "compatible",
  direction: null,

  *check({ exchanges }) {
    for (const { name, direction, messages } of exchanges) {
      const level = direction === "publish" ? "compatible" : "dangerous";
      for (const message of messages.added) {
        const what = direction === "publish" ? "may be published now" : "may come now";
        yield { at: message.at, level, direction, message: `${name}: ${messageName(message)} ${what}.` };
      }
    }
  },
};
