import { answerTo, flowName } from "../../pair/exchanges.ts";
import type { StructureRule } from "../../rule.ts";

/** Who asks gets no answer. Who was asked is not heard any more. */
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
        const what = direction === "subscribe" ? "get no reply any more" : "cannot reply any more";
        for (const at of gone) {
          yield { at, direction, message: `Clients that ${flowName(action, name)} ${what}.` };
        }
      }
    }
  },
};
