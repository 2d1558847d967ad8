import type { SchemaRule } from "../../../schema/goal.ts";
import { maximum as narrowerMaximum, minimum as narrowerMinimum } from "../../../schema/rules/range.ts";
import { formatRange } from "./format-range.ts";

/** A least number, unless the format of the numbers says as much. */
export const minimum: SchemaRule = {
  id: "minimum",

  *check(pair) {
    const { lower } = pair.a;
    if (lower && !lower.exclusive && lower.value <= formatRange(pair.g).least) return;
    yield* narrowerMinimum.check(pair);
  },
};

/** A greatest number, as with the least. */
export const maximum: SchemaRule = {
  id: "maximum",

  *check(pair) {
    const { upper } = pair.a;
    if (upper && !upper.exclusive && upper.value >= formatRange(pair.g).greatest) return;
    yield* narrowerMaximum.check(pair);
  },
};
