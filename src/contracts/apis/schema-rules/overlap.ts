import type { SchemaRule } from "../../schema/goal.ts";
import { sameBranches } from "./branches.ts";
import { overlap as overlapAnyway } from "../../schema/rules/overlap.ts";

/**
 * A new `oneOf` refuses what fits more than one of its branches. Where there was a choice before, or a choice of one, nobody is told apart by that: most
 * people write `oneOf` for "any of these".
 */
export const overlap: SchemaRule = {
  id: "overlap",

  *check(pair) {
    if (pair.way === "widening" || pair.g.choices.length > 0) return;
    const before = pair.a.choices.some((choice) => sameBranches(pair, choice).length > 0);
    if (!before) yield* overlapAnyway.check(pair);
  },
};
