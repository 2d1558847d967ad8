import { finding, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import type { Bound } from "../shape.ts";
import { placeName } from "../pointer.ts";
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
  const least = leastOf(g.lower, g.types, 1);
  return least !== undefined && (least.value > asked.value || (least.value === asked.value && (least.exclusive || !asked.exclusive)));
};

const isAtMost = ({ g }: SchemaPair, asked: Bound): boolean => {
  if (g.values !== undefined) return numbers(g.values).every((value) => value < asked.value || (value === asked.value && !asked.exclusive));
  const most = leastOf(g.upper, g.types, -1);
  return most !== undefined && (most.value < asked.value || (most.value === asked.value && (most.exclusive || !asked.exclusive)));
};

/** The integers above 0 begin at 1, those above 0.5 too. `up` is 1 for a lower bound and -1 for an upper one. */
const leastOf = (bound: Bound | undefined, types: number, up: 1 | -1): Omit<Bound, "at"> | undefined => {
  if (bound === undefined || types & typeBits.fraction) return bound;
  const whole = Math.ceil(bound.value * up) * up;
  return { value: bound.exclusive && whole === bound.value ? whole + up : whole, exclusive: false };
};

const numbers = (values: readonly unknown[]): number[] => values.filter((value) => typeof value === "number");
