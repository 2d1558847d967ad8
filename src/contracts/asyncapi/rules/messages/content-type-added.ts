import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** It was not said what messages are written in. Mostly that is what they have always been written in. */
export const contentTypeAdded: StructureRule = {
  id: "asyncapi/content-type-added",
  level: "dangerous",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      if (old.contentType !== undefined || current.contentType === undefined) continue;
      const { name, direction } = exchange;
      const message = `${name}: ${messageName(current)} has to be written in ${current.contentType}, which was not said.`;
      yield { at: current.at, direction, message };
    }
  },
};
