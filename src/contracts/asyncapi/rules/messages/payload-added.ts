import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** It could be anything, or nothing, and now it has to be of a certain form. */
export const payloadAdded: StructureRule = {
  id: "asyncapi/payload-added",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      if (old.payload !== undefined || current.payload === undefined) continue;
      const { name, direction } = exchange;
      const message = `${name}: ${messageName(current)} has a payload now.`;
      yield { at: current.payload.at, direction, level: direction === "publish" ? "breaking" : "compatible", message };
    }
  },
};
