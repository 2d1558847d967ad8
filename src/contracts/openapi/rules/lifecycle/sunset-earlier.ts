import { lifecyclePairs } from "./sunset.ts";
import type { StructureRule } from "../../rule.ts";

/** It goes before the day on which it was to go. */
export const sunsetEarlier: StructureRule = {
  id: "openapi/sunset-earlier",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { what, old, current } of lifecyclePairs(pair)) {
      const [was, now] = [old.sunset?.date, current.sunset?.date];
      if (was === undefined || now === undefined || current.sunset === undefined || now >= was) continue;
      yield { at: current.sunset.at, message: `${what} was to go on ${was}, and goes on ${now} already.` };
    }
  },
};
