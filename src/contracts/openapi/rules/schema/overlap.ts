import type { SchemaRule } from "../../../schema/goal.ts";
import { overlap as overlapAnyway } from "../../../schema/rules/overlap.ts";

/**
 * A new `oneOf` refuses what fits more than one of its branches. Where there was a choice before, nobody is told apart by that: most people
 * write `oneOf` for "any of these".
 */
export const overlap: SchemaRule = {
  id: "overlap",

  *check(pair) {
    if (pair.way === "narrowing" && pair.g.choices.length === 0) yield* overlapAnyway.check(pair);
  },
};
