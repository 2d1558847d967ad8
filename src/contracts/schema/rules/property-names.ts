import { type Goal, saying, type SchemaRule } from "../goal.ts";
import { namesIn } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import { derived } from "../atom.ts";
import { typeBits } from "../types.ts";

/** Names of properties that `propertyNames` does not let through. */
export const propertyNames: SchemaRule = {
  id: "property-names",

  *check(pair) {
    const { g, a, conjoin } = pair;
    const at = a.names[0]?.pointer;
    if (!(g.types & typeBits.object) || a.names[0] === undefined || at === undefined) return;
    // An object that is closed has the names that stand there.
    const closed = g.objects.some(({ rest, patterns, spares }) => rest?.schema === false && patterns.size === 0 && !spares?.patterns.size);
    const names = closed ? [...namesIn(g)] : undefined;
    const own = derived(a.names[0], `name ${names?.join(" ")}`, names ? { enum: names } : { type: "string" });
    yield {
      kind: "pair",
      given: conjoin([...g.names, own]),
      asked: conjoin(a.names),
      instead: () => ({
        rule: "property-names",
        level: "breaking",
        at,
        message: saying(
          pair,
          `Names of properties of ${placeName(at)} are limited now.`,
          `Names of properties of ${placeName(at)} can be others now.`,
        ),
      }),
    } satisfies Goal;
  },
};
