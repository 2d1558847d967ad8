import type { Atom } from "../atom.ts";
import { type Goal, saying, type SchemaFinding, type SchemaPair, type SchemaRule } from "../goal.ts";
import { atomsAt, atomsOfOthers, isHidden, patternsIn } from "../places.ts";
import { placeName } from "../../documents/pointer.ts";
import { areOthersPossible, isPossible, namesOf } from "../possible.ts";
import { typeBits } from "../types.ts";

/** A property that one side lets through, by name, by pattern or as one of the others, and the other side refuses. */
export const propertyRefused: SchemaRule = {
  id: "property-refused",

  *check(pair) {
    const { g, a, conjoin } = pair;
    if (!(g.types & typeBits.object)) return;
    const goal = (given: readonly Atom[], asked: readonly Atom[], what: string): Goal[] => {
      const refusing = asked.find(({ schema }) => schema === false);
      if (refusing === undefined) return [];
      return [{ kind: "pair", given: conjoin(given), asked: conjoin(asked), instead: () => refused(pair, what, refusing.pointer) }];
    };
    for (const name of namesOf(pair)) {
      if (!isHidden(g, name) && isPossible(pair, name)) yield* goal(atomsAt(g, name), atomsAt(a, name), `Property ${name}`);
    }
    if (!areOthersPossible(pair)) return;
    for (const pattern of new Set([...patternsIn(g), ...patternsIn(a)])) {
      yield* goal(atomsOfOthers(g, pattern), atomsOfOthers(a, pattern), `Properties that match ${pattern}`);
    }
    yield* goal(atomsOfOthers(g, undefined), atomsOfOthers(a, undefined), "Properties that are not mentioned");
  },
};

const refused = (pair: SchemaPair, what: string, at: string): SchemaFinding => {
  const where = placeName(at.slice(0, at.lastIndexOf("/")));
  const of = where === "the value" ? "" : ` of ${where}`;
  const are = what.startsWith("Properties") ? "are" : "is";
  return {
    rule: "property-refused",
    level: "breaking",
    at,
    message: saying(pair, `${what}${of} ${are} refused now.`, `${what}${of} can be there now, and could not before.`),
  };
};
