import { finding, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import type { Bound, Shape } from "../shape.ts";
import { placeName } from "../../documents/pointer.ts";
import { numeric, typeBits } from "../types.ts";

/** Numbers below what is the least on the other side. */
export const minimum: SchemaRule = {
  id: "minimum",

  *check(pair) {
    const asked = pair.a.lower;
    if (!(pair.g.types & numeric) || asked === undefined || isAtLeast(pair, asked)) return;
    const name = placeName(asked.at);
    const limit = `${asked.exclusive ? "greater than" : "at least"} ${asked.value}`;
    yield finding("minimum", asked.at, saying(pair, `${name} now has to be ${limit}.`, `${name} no longer has to be ${limit}.`));
  },
};

/** Numbers above what is the greatest on the other side. */
export const maximum: SchemaRule = {
  id: "maximum",

  *check(pair) {
    const asked = pair.a.upper;
    if (!(pair.g.types & numeric) || asked === undefined || isAtMost(pair, asked)) return;
    const name = placeName(asked.at);
    const limit = `${asked.exclusive ? "less than" : "at most"} ${asked.value}`;
    yield finding("maximum", asked.at, saying(pair, `${name} now has to be ${limit}.`, `${name} no longer has to be ${limit}.`));
  },
};

const isAtLeast = ({ g }: SchemaPair, asked: Bound): boolean => {
  if (g.values !== undefined) return numbers(g.values).every((value) => value > asked.value || (value === asked.value && !asked.exclusive));
  const least = firstOf(g, g.lower, 1);
  return least !== undefined && (least.value > asked.value || (least.value === asked.value && (least.exclusive || !asked.exclusive)));
};

const isAtMost = ({ g }: SchemaPair, asked: Bound): boolean => {
  if (g.values !== undefined) return numbers(g.values).every((value) => value < asked.value || (value === asked.value && !asked.exclusive));
  const most = firstOf(g, g.upper, -1);
  return most !== undefined && (most.value < asked.value || (most.value === asked.value && (most.exclusive || !asked.exclusive)));
};

/** The integers above 0 begin at 1, those above 0.5 too, and multiples of 3 above 4 at 6. `up` is 1 for a lower bound and -1 for an upper one. */
const firstOf = ({ types, multiples }: Shape, bound: Bound | undefined, up: 1 | -1): Omit<Bound, "at"> | undefined => {
  const step = multiples[0]?.value ?? (types & typeBits.fraction ? undefined : 1);
  if (bound === undefined || step === undefined) return bound;
  const value = Math.ceil((bound.value * up) / step) * up * step;
  return { value: bound.exclusive && value === bound.value ? value + up * step : value, exclusive: false };
};

const numbers = (values: readonly unknown[]): number[] => values.filter((value) => typeof value === "number");
