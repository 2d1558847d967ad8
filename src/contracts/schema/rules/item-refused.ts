import { type Goal, saying, type SchemaRule } from "../goal.ts";
import { itemAtomsAt } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeBits } from "../types.ts";

/** Items at places where the other side has none. */
export const itemRefused: SchemaRule = {
  id: "item-refused",

  *check(pair) {
    const { g, a, conjoin } = pair;
    if (!(g.types & typeBits.array)) return;
    const most = Math.min(g.limits.maxItems?.value ?? Number.POSITIVE_INFINITY, Math.max(0, ...a.arrays.map(({ from }) => from)) + 1);
    for (let index = 0; index < most; index += 1) {
      const asked = itemAtomsAt(a, index);
      const refusing = asked.find(({ schema }) => schema === false);
      if (refusing === undefined) continue;
      const at = refusing.pointer;
      const of = placeName(at.slice(0, at.lastIndexOf("/")));
      yield {
        kind: "pair",
        given: conjoin(itemAtomsAt(g, index)),
        asked: conjoin(asked),
        instead: () => ({
          rule: "item-refused",
          level: "breaking",
          at,
          message: saying(
            pair,
            `More than ${index} items of ${of} are refused now.`,
            `There can be more than ${index} items of ${of} now.`,
          ),
        }),
      } satisfies Goal;
      return;
    }
  },
};
