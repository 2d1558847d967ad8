import { finding, saying, type SchemaRule } from "../goal.ts";
import { quoted } from "../../documents/json.ts";
import { isTrivial, matches } from "../pattern.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeBits } from "../types.ts";

/** Strings that do not match. Of two different patterns nobody knows which strings both match. */
export const pattern: SchemaRule = {
  id: "pattern",

  *check(pair) {
    const { g, a } = pair;
    if (!(g.types & typeBits.string)) return;
    for (const { value, at } of a.patterns) {
      if (isTrivial(value) || g.patterns.some((other) => other.value === value)) continue;
      if (g.values?.every((text) => typeof text !== "string" || matches(value, text) !== false)) continue;
      const name = placeName(at);
      yield finding(
        "pattern",
        at,
        saying(pair, `${name} now has to match ${quoted(value)}.`, `${name} no longer has to match ${quoted(value)}.`),
      );
    }
  },
};
