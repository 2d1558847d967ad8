import type { StructureRule } from "../../rule.ts";
import { pointerTo } from "../../../documents/pointer.ts";
import { keptMessages } from "./kept-messages.ts";

/** The name for machines is another. It is no part of what is sent, and some tell messages apart by it. */
export const messageRenamed: StructureRule = {
  id: "asyncapi/message-renamed",
  level: "dangerous",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      if (old.name === undefined || current.name === undefined || old.name === current.name) continue;
      const { name, direction } = exchange;
      yield { at: pointerTo(current.at, "name"), direction, message: `${name}: message ${old.name} is called ${current.name} now.` };
    }
  },
};
