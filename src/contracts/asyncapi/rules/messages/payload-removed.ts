import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** What comes is not described any more. What is published may be anything, or is not read. */
export const payloadRemoved: StructureRule = {
  id: "asyncapi/payload-removed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      if (old.payload === undefined || current.payload !== undefined) continue;
      const { name, direction } = exchange;
      const message = `${name}: ${messageName(current)} has no payload any more.`;
      yield { at: current.at, direction, level: direction === "publish" ? "dangerous" : "breaking", message };
    }
  },
};
