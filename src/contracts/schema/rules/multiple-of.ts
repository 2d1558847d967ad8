import { isMultiple } from "../accepts.ts";
import { finding, saying, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";
import { numeric, typeBits } from "../types.ts";

/** Numbers between the steps of `multipleOf`. */
export const multipleOf: SchemaRule = {
  id: "multiple-of",

  *check(pair) {
    const { g, a } = pair;
    if (!(g.types & numeric)) return;
    const steps = g.multiples.map((step) => step.value);
    // Multiples of 2 and of 3 at once are multiples of 6.
    if (steps.length > 1 && steps.every(Number.isSafeInteger)) steps.push(steps.reduce(leastCommonMultiple));
    for (const { value, at } of a.multiples) {
      const whole = (g.types & typeBits.fraction) === 0 && isMultiple(1, value);
      const kept = g.values?.every((one) => typeof one !== "number" || isMultiple(one, value));
      if (whole || kept || steps.some((step) => isMultiple(step, value))) continue;
      const name = placeName(at);
      yield finding(
        "multiple-of",
        at,
        saying(pair, `${name} now has to be a multiple of ${value}.`, `${name} no longer has to be a multiple of ${value}.`),
      );
    }
  },
};

const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
