import { finding, saying, type SchemaRule } from "../../schema/goal.ts";
import { atomsAt } from "../../schema/places.ts";
import { placeName } from "../../documents/pointer.ts";
import { propertySets } from "./property-sets.ts";

/** One more thing that may be said or read. */
export const propertyAdded: SchemaRule = {
  id: "property-added",

  *check(pair) {
    const { way, g, a } = pair;
    const old = way === "narrowing" ? g : a;
    for (const [name, { pointer }] of propertySets(pair).fresh) {
      if ((way === "narrowing" && a.required.has(name)) || atomsAt(old, name).some(({ schema }) => schema === false)) continue;
      const what = placeName(pointer);
      yield finding("property-added", pointer, saying(pair, `${what} may be sent now.`, `${what} is new.`), "compatible");
    }
  },
};
