import { answerTo, flowName } from "../../pair/exchanges.ts";
import type { StructureRule } from "../../rule.ts";

/** Who asks gets an answer. Who is asked has to give one. */
export const replyAdded: StructureRule = {
  id: "asyncapi/reply-added",
  level: "compatible",
  direction: null,

  *check({ channels }) {
    for (const { name, flows } of channels.kept) {
      for (const { action, operations } of flows.kept) {
        for (const { old, current } of operations.kept) {
          if (old.reply || !current.reply) continue;
          const direction = answerTo(action);
          const level = direction === "subscribe" ? "compatible" : "dangerous";
          const what = direction === "subscribe" ? "get a reply now" : "have to reply now";
          yield { at: current.reply.at, level, direction, message: `Clients that ${flowName(action, name)} ${what}.` };
        }
      }
    }
  },
};
