import { type Goal, saying, type SchemaPair, type SchemaRule } from "../goal.ts";
import { atomsAt, isDeclared, isHidden, namesIn } from "../places.ts";
import { isPossible } from "../possible.ts";
import { typeBits } from "../types.ts";

/**
 * A property that one side does not mention and so lets be anything, while the other limits it. Only where that is taken at its word:
 * most people who add a property do not think of those who sent one of that name before.
 */
export const propertyLimited: SchemaRule = {
  id: "property-limited",

  *check(pair) {
    const { g, a, conjoin, tolerant } = pair;
    if (!(g.types & typeBits.object)) return;
    for (const name of namesIn(a)) {
      if (isDeclared(g, name) || isHidden(a, name) || !isPossible(pair, name)) continue;
      const given = atomsAt(g, name);
      // With a schema for all that is not mentioned, it was said what the property is.
      if (tolerant && given.every(({ schema }) => schema === true || (typeof schema === "object" && Object.keys(schema).length === 0)))
        continue;
      const asked = atomsAt(a, name);
      if (asked.some(({ schema }) => schema === false)) continue;
      yield {
        kind: "pair",
        given: conjoin(given),
        asked: conjoin(asked),
        instead: () => limited(pair, name, asked[0]?.pointer ?? ""),
      } satisfies Goal;
    }
  },
};

const limited = (pair: SchemaPair, name: string, at: string) => ({
  rule: "property-limited",
  level: "breaking" as const,
  at,
  message: saying(
    pair,
    `Property ${name} could be anything, and is limited now.`,
    `Property ${name} was limited, and can be anything now.`,
  ),
});
