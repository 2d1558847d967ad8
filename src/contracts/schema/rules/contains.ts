import { finding, type Goal, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import { itemAtomsAt } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import type { Contains } from "../shape.ts";
import { typeBits } from "../types.ts";

/** Lists that do not hold enough, or hold too much, of what `contains` describes. */
export const contains: SchemaRule = {
  id: "contains",

  *check(pair) {
    if (!(pair.g.types & typeBits.array)) return;
    for (const asked of pair.a.contains) {
      const name = placeName(asked.at);
      const missing = saying(
        pair,
        `${name} now has to contain an item that it could lack.`,
        `${name} may now lack an item that it had to contain.`,
      );
      if (asked.least > 0) yield { kind: "any", options: enough(pair, asked), otherwise: () => finding("contains", asked.at, missing) };
      if (asked.most === Number.POSITIVE_INFINITY) continue;
      const many = saying(pair, `${name} may contain fewer such items now.`, `${name} may contain more such items now.`);
      yield { kind: "any", options: fewEnough(pair, asked), otherwise: () => finding("contains", asked.at, many) };
    }
  },
};

/** Another `contains` that says as much, or a list whose items are all such. */
const enough = function* ({ g, conjoin }: SchemaPair, asked: Contains): Generator<Goal> {
  const goal = conjoin([asked.schema]);
  for (const own of g.contains) if (own.least >= asked.least) yield { kind: "pair", given: conjoin([own.schema]), asked: goal };
  const least = g.limits.minItems?.value ?? 0;
  if (least < asked.least) return;
  const places = Math.min(least, Math.max(0, ...g.arrays.map(({ from }) => from)) + 1);
  const all = Array.from({ length: places }, (_, index): Goal => ({ kind: "pair", given: conjoin(itemAtomsAt(g, index)), asked: goal }));
  // One is enough wherever it stands. Of several, all places have to hold one.
  if (asked.least <= 1) yield* all;
  else yield { kind: "all", goals: all };
};

const fewEnough = function* ({ g, conjoin }: SchemaPair, asked: Contains): Generator<Goal> {
  if ((g.limits.maxItems?.value ?? Number.POSITIVE_INFINITY) <= asked.most) yield { kind: "all", goals: [] };
  for (const own of g.contains)
    if (own.most <= asked.most) yield { kind: "pair", given: conjoin([asked.schema]), asked: conjoin([own.schema]) };
};
