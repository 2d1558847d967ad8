import { finding, saying, type SchemaRule } from "../../../schema/goal.ts";
import { atomsAt, isDeclared, isHidden, namesIn } from "../../../schema/places.ts";
import { placeName } from "../../../schema/pointer.ts";
import { typeBits } from "../../../schema/types.ts";

/** One more thing that may be said or read. */
export const propertyAdded: SchemaRule = {
  id: "property-added",

  *check(pair) {
    const { way, g, a } = pair;
    const [old, current] = way === "narrowing" ? [g, a] : [a, g];
    if (!(g.types & typeBits.object) || !(a.types & typeBits.object)) return;
    for (const name of namesIn(current)) {
      if (isDeclared(old, name) || isHidden(current, name) || (way === "narrowing" && a.required.has(name))) continue;
      const [at] = atomsAt(current, name);
      if (!at || at.schema === false || atomsAt(old, name).some(({ schema }) => schema === false)) continue;
      const what = placeName(at.pointer);
      yield finding("property-added", at.pointer, saying(pair, `${what} may be sent now.`, `${what} is new.`), "compatible");
    }
  },
};
