import { isMultiple } from "../accepts.ts";
import { finding, saying, type SchemaRule } from "../goal.ts";
import { placeName } from "../pointer.ts";
import { numeric, typeBits } from "../types.ts";

/** Numbers between the steps of `multipleOf`. */
export const multipleOf: SchemaRule = {
  id: "multiple-of",

  *check(pair) {
    const { g, a } = pair;
    if (!(g.types & numeric)) return;
    for (const { value, at } of a.multiples) {
      const whole = (g.types & typeBits.fraction) === 0 && isMultiple(1, value);
      const kept = g.values?.every((one) => typeof one !== "number" || isMultiple(one, value));
      if (whole || kept || g.multiples.some((step) => isMultiple(step.value, value))) continue;
      const name = placeName(at);
      yield finding(
        "multiple-of",
        at,
        saying(pair, `${name} now has to be a multiple of ${value}.`, `${name} no longer has to be a multiple of ${value}.`),
      );
    }
  },
};
