import type { SchemaPair, SchemaRule } from "../schema/goal.ts";
import { itemAtomsAt } from "../schema/places.ts";
import { type as typeRule } from "../schema/rules/type.ts";
import { values as valuesRule } from "../schema/rules/values.ts";
import { typeBits } from "../schema/types.ts";

/**
 * The same rules for values that are written as text: what is any text takes what was a number, the word true is what was the value true,
 * and in a query a list takes what was a single value. Defaults of parameters have a rule of their own.
 */
export const textRules = (rules: readonly SchemaRule[], inQuery: boolean): SchemaRule[] =>
  rules.flatMap((rule) => {
    if (rule.id === "default") return [];
    if (rule.id === typeRule.id) return [typeAsText(rule, inQuery)];
    return rule.id === valuesRule.id ? [valuesAsText(rule)] : [rule];
  });

const typeAsText = (rule: SchemaRule, inQuery: boolean): SchemaRule => ({
  id: rule.id,

  *check(pair) {
    const { g, a, conjoin } = pair;
    const lost = g.types & ~a.types;
    const isScalar = lost !== 0 && (lost & ~scalars) === 0;
    const isPlain = a.formats.length === 0 && a.patterns.length === 0 && a.values === undefined;
    if (isScalar && ((a.types & typeBits.string && isPlain) || areSameWords(pair))) return;
    if (inQuery && a.types & typeBits.array && isScalar) {
      const items = itemAtomsAt(a, 0);
      if (items.length > 0) yield { kind: "pair", given: pair.given, asked: conjoin(items) };
      return;
    }
    yield* rule.check(pair);
  },
});

const scalars = typeBits.boolean | typeBits.integer | typeBits.fraction | typeBits.string;

const valuesAsText = (rule: SchemaRule): SchemaRule => ({
  id: rule.id,

  *check(pair) {
    if (!areSameWords(pair)) yield* rule.check(pair);
  },
});

/** Whether all that is listed on one side is listed on the other, as it is written. */
const areSameWords = ({ g, a }: SchemaPair): boolean => {
  const words = new Set(a.values?.map(String));
  return g.values !== undefined && a.values !== undefined && g.values.every((value) => words.has(String(value)));
};
