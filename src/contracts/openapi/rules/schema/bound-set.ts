import type { SchemaPair, SchemaRule } from "../../../schema/goal.ts";
import { maximum as narrowerMaximum, minimum as narrowerMinimum } from "../../../schema/rules/range.ts";
import type { Bound } from "../../../schema/shape.ts";
import { formatRange } from "./format-range.ts";
import { milder } from "./milder.ts";

/**
 * A least number. Where none was said of what is sent, one mostly writes down what has always been so: numbers are bounded by what they are
 * stored in. That is dangerous. A bound that moves is breaking, and so is one that what is received loses, unless its format says as much.
 */
export const minimum: SchemaRule = {
  id: "minimum",

  *check(pair) {
    if (pair.a.lower && pair.a.lower.value <= formatRange(pair.g).least && !pair.a.lower.exclusive) return;
    for (const goal of narrowerMinimum.check(pair)) yield isFirst(pair, pair.g.lower) ? milder(goal) : goal;
  },
};

/** A greatest number, as with the least. */
export const maximum: SchemaRule = {
  id: "maximum",

  *check(pair) {
    if (pair.a.upper && pair.a.upper.value >= formatRange(pair.g).greatest && !pair.a.upper.exclusive) return;
    for (const goal of narrowerMaximum.check(pair)) yield isFirst(pair, pair.g.upper) ? milder(goal) : goal;
  },
};

const isFirst = ({ way }: SchemaPair, bound: Bound | undefined): boolean => way === "narrowing" && bound === undefined;
