import { finding, saying, type SchemaRule } from "../../schema/goal.ts";
import { atomsAt } from "../../schema/places.ts";
import { placeName } from "../../documents/pointer.ts";
import { isPossible } from "../../schema/possible.ts";
import { propertySets } from "./property-sets.ts";

/** A property that could be sent, or was there at times, is not mentioned any more. Open objects still let it through, if it does anything. */
export const propertyRemoved: SchemaRule = {
  id: "property-removed",

  *check(pair) {
    const { way, g, a } = pair;
    const current = way === "narrowing" ? a : g;
    for (const [name, { pointer }] of propertySets(pair).gone) {
      // Whatever else is said of it says more.
      if (!isPossible(pair, name) || atomsAt(current, name).some(({ schema }) => schema !== true)) continue;
      if (way === "widening" && a.required.has(name) && !g.required.has(name)) continue;
      // It is listed as always there, but nobody says what it is.
      const level = way === "widening" && a.required.has(name) ? "breaking" : "dangerous";
      const what = placeName(pointer);
      yield finding("property-removed", pointer, saying(pair, `${what} is not taken any more.`, `${what} is gone.`), level);
    }
  },
};
