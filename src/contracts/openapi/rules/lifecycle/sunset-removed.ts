import { lifecyclePairs } from "./sunset.ts";
import type { StructureRule } from "../../rule.ts";

/** It was to live until a certain day, and now may go any time. */
export const sunsetRemoved: StructureRule = {
  id: "openapi/sunset-removed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { what, at, old, current } of lifecyclePairs(pair)) {
      if (!old.sunset || current.sunset || !current.deprecated) continue;
      yield { at, message: `${what} stays deprecated, but when it goes is not said any more.` };
    }
  },
};
