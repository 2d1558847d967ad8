import { type SchemaRule } from "../../../schema/goal.ts";
import { isTrivial } from "../../../schema/pattern.ts";
import { pattern as otherPattern } from "../../../schema/rules/pattern.ts";
import { milder } from "./milder.ts";

/** Strings that have to match what they did not. Between two patterns nobody can tell which strings are lost: that is dangerous. */
export const pattern: SchemaRule = {
  id: "pattern",

  *check(pair) {
    for (const goal of otherPattern.check(pair)) {
      const unknown = goal.kind === "finding" && pair.g.patterns.some(({ value }) => !isTrivial(value));
      yield unknown ? milder(goal) : goal;
    }
  },
};
