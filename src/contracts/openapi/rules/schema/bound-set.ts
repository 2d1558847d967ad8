import type { Goal, SchemaRule } from "../../../schema/goal.ts";
import { maximum as narrowerMaximum, minimum as narrowerMinimum } from "../../../schema/rules/range.ts";

/**
 * A least number. Where none was said before, one mostly writes down what has always been so: numbers are bounded by what they are stored
 * in. That is dangerous. A bound that moves is breaking.
 */
export const minimum: SchemaRule = {
  id: "minimum",

  *check(pair) {
    for (const goal of narrowerMinimum.check(pair)) yield pair.g.lower === undefined ? milder(goal) : goal;
  },
};

/** A greatest number, as with the least. */
export const maximum: SchemaRule = {
  id: "maximum",

  *check(pair) {
    for (const goal of narrowerMaximum.check(pair)) yield pair.g.upper === undefined ? milder(goal) : goal;
  },
};

const milder = (goal: Goal): Goal => (goal.kind === "finding" ? { ...goal, finding: { ...goal.finding, level: "dangerous" } } : goal);
