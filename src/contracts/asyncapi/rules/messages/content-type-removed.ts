import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** It is not said any more what messages are written in. Those who are subscribed can count on nothing. */
export const contentTypeRemoved: StructureRule = {
  id: "asyncapi/content-type-removed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      if (old.contentType === undefined || current.contentType !== undefined) continue;
      const { name, direction } = exchange;
      const message = `${name}: ${messageName(current)} was written in ${old.contentType}, and it is not said any more in what.`;
      yield { at: current.at, direction, level: direction === "publish" ? "dangerous" : "breaking", message };
    }
  },
};
