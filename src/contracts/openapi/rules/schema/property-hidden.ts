import { finding, saying, type SchemaRule } from "../../../schema/goal.ts";
import { atomsAt, isDeclared, isHidden, namesIn } from "../../../schema/places.ts";
import { placeName } from "../../../documents/pointer.ts";

/** What could be sent is `readOnly` now, or what was received `writeOnly`. */
export const propertyHidden: SchemaRule = {
  id: "property-hidden",

  *check(pair) {
    const { way, g, a } = pair;
    const [old, current] = way === "narrowing" ? [g, a] : [a, g];
    for (const name of namesIn(current)) {
      if (!isHidden(current, name) || !isDeclared(old, name) || isHidden(old, name)) continue;
      const at = atomsAt(current, name)[0]?.pointer ?? "";
      const what = placeName(at);
      const message = saying(
        pair,
        `${what} is read-only now: what is sent is ignored.`,
        `${what} is write-only now: it does not come back.`,
      );
      yield finding("property-hidden", at, message, "dangerous");
    }
  },
};
