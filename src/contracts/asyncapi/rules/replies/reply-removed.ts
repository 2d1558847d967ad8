import { answerTo, flowName } from "../../pair/exchanges.ts";
import type { StructureRule } from "../../rule.ts";

/** Who asks gets no answer. Who was asked need not answer any more. */
export const replyRemoved: StructureRule = {
  id: "asyncapi/reply-removed",
  level: "breaking",
  direction: null,

  *check({ channels }) {
    for (const { name, flows } of channels.kept) {
      for (const { action, operations } of flows.kept) {
        const gone = [
          ...operations.kept.flatMap(({ old, current }) => (old.reply && !current.reply ? [current.at] : [])),
          ...operations.removed.flatMap(({ reply }) => (reply ? [reply.at] : [])),
        ];
        const direction = answerTo(action);
        for (const at of gone) {
          const level = direction === "subscribe" ? "breaking" : "dangerous";
          const what = direction === "subscribe" ? "get no reply any more" : "need not reply any more";
          yield { at, level, direction, message: `Clients that ${flowName(action, name)} ${what}.` };
        }
      }
    }
  },
};
