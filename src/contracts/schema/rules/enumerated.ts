import { finding, saying, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";

/** Anything goes on one side, and on the other only what `enum` or `const` lists. */
export const enumerated: SchemaRule = {
  id: "enumerated",

  *check(pair) {
    const { g, a } = pair;
    if (g.values !== undefined || a.valuesAt === undefined) return;
    const name = placeName(a.valuesAt);
    yield finding(
      "enumerated",
      a.valuesAt,
      saying(pair, `${name} now has to be one of the listed values.`, `${name} may now be other than the listed values.`),
    );
  },
};
