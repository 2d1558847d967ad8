import { finding, saying, type SchemaRule } from "../goal.ts";
import { atomsAt } from "../places.ts";
import { isPossible } from "../possible.ts";
import { typeBits } from "../types.ts";

/** Objects that have one property and lack another that goes with it. */
export const dependentRequired: SchemaRule = {
  id: "dependent-required",

  *check(pair) {
    const { g, a, conjoin, shape } = pair;
    const asSchemas = (on: string) => conjoin(g.dependentSchemas.filter((other) => other.on === on).map(({ schema }) => schema));
    if (!(g.types & typeBits.object)) return;
    for (const { on, needs, at } of a.dependentRequired) {
      if (g.required.has(needs) || g.dependentRequired.some((other) => other.on === on && other.needs === needs)) continue;
      // What cannot be there needs nothing.
      if (!isPossible(pair, on) || atomsAt(g, on).some(({ schema }) => schema === false)) continue;
      if (shape(asSchemas(on)).required.has(needs)) continue;
      yield finding(
        "dependent-required",
        at,
        saying(
          pair,
          `Property ${needs} is required now where ${on} is there.`,
          `Property ${needs} may be missing now where ${on} is there.`,
        ),
      );
    }
  },
};
