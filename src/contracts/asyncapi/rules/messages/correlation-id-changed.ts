import { keptMessages } from "./kept-messages.ts";
import { messageName } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** What tells which message belongs to which stands somewhere else. */
export const correlationIdChanged: StructureRule = {
  id: "asyncapi/correlation-id-changed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { exchange, old, current } of keptMessages(pair)) {
      const [was, is] = [old.correlation, current.correlation];
      if (was === is) continue;
      const { name, direction } = exchange;
      const level = was === undefined || is === undefined ? "dangerous" : "breaking";
      const message = `${name}: the correlation id of ${messageName(current)} was ${wordsFor(was)}, and is ${wordsFor(is)} now.`;
      yield { at: current.at, direction, level, message };
    }
  },
};

const wordsFor = (location: string | undefined): string => (location === undefined ? "nowhere" : `at ${location}`);
