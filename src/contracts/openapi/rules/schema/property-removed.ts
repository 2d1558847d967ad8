import { finding, saying, type SchemaRule } from "../../../schema/goal.ts";
import { atomsAt, isDeclared, isHidden, namesIn } from "../../../schema/places.ts";
import { isPossible } from "../../../schema/possible.ts";
import { placeName } from "../../../schema/pointer.ts";
import { typeBits } from "../../../schema/types.ts";

/** A property that could be sent, or was there at times, is not mentioned any more. Open objects still let it through, if it does anything. */
export const propertyRemoved: SchemaRule = {
  id: "property-removed",

  *check(pair) {
    const { way, g, a } = pair;
    const [old, current] = way === "narrowing" ? [g, a] : [a, g];
    if (!(g.types & typeBits.object) || !(a.types & typeBits.object)) return;
    for (const name of namesIn(old)) {
      if (isDeclared(current, name) || isHidden(old, name) || !isPossible(pair, name)) continue;
      // Whatever else is said of it says more.
      if (atomsAt(current, name).some(({ schema }) => schema !== true) || (way === "widening" && a.required.has(name))) continue;
      const [at] = atomsAt(old, name);
      if (!at || at.schema === false) continue;
      const what = placeName(at.pointer);
      yield finding("property-removed", at.pointer, saying(pair, `${what} is not taken any more.`, `${what} is gone.`), "dangerous");
    }
  },
};
