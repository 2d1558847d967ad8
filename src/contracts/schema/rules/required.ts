import { finding, saying, type SchemaRule } from "../goal.ts";
import { isHidden } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeBits } from "../types.ts";

/** Objects that lack a property. */
export const required: SchemaRule = {
  id: "required",

  *check(pair) {
    const { g, a } = pair;
    if (!(g.types & typeBits.object)) return;
    for (const [name, at] of a.required) {
      if ((g.required.has(name) && !isHidden(g, name)) || isHidden(a, name)) continue;
      const where = placeName(at);
      const of = where === "the value" ? "" : ` of ${where}`;
      yield finding("required", at, saying(pair, `Property ${name}${of} is required now.`, `Property ${name}${of} may be missing now.`));
    }
  },
};
