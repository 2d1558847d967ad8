import { finding, saying, type SchemaRule } from "../goal.ts";
import { membership, quoted } from "../../documents/json.ts";
import { placeName } from "../../documents/pointer.ts";

/** Some of the values that are listed by `enum` or `const` are not listed on the other side. */
export const values: SchemaRule = {
  id: "enum-value",

  *check(pair) {
    const { g, a } = pair;
    if (g.values === undefined || a.values === undefined || a.valuesAt === undefined) return;
    const name = placeName(a.valuesAt);
    const isListed = membership(a.values);
    for (const value of g.values) {
      if (isListed(value)) continue;
      const text = quoted(value);
      yield finding(
        "enum-value",
        a.valuesAt,
        saying(pair, `${name} may no longer be ${text}.`, `${name} may now be ${text}, which was not listed.`),
      );
    }
  },
};
