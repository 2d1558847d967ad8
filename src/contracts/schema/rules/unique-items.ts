import { finding, saying, type SchemaRule } from "../goal.ts";
import { mostItems } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeBits } from "../types.ts";

/** Lists that hold an item twice. */
export const uniqueItems: SchemaRule = {
  id: "unique-items",

  *check(pair) {
    const { g, a } = pair;
    if (!(g.types & typeBits.array) || a.uniqueAt === undefined || g.uniqueAt !== undefined) return;
    if (mostItems(g) < 2) return;
    const name = placeName(a.uniqueAt);
    yield finding(
      "unique-items",
      a.uniqueAt,
      saying(pair, `The items of ${name} now have to be unique.`, `The items of ${name} may now repeat.`),
    );
  },
};
