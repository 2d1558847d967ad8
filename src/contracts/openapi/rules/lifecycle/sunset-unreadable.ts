import { lifecyclePairs } from "./sunset.ts";
import type { StructureRule } from "../../rule.ts";

/** A day is said, but nobody can read it. Who still uses it does not know until when. */
export const sunsetUnreadable: StructureRule = {
  id: "openapi/sunset-unreadable",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { what, old, current } of lifecyclePairs(pair)) {
      const { sunset } = current;
      if (sunset === undefined || sunset.date !== undefined || (old.sunset && old.sunset.date === undefined)) continue;
      yield { at: sunset.at, message: `When ${what} goes cannot be read: it is not a date like 2030-12-31.` };
    }
  },
};
