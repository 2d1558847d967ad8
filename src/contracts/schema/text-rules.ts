import type { SchemaRule } from "./goal.ts";
import { type as typeRule } from "./rules/type.ts";
import { itemAtomsAt } from "./places.ts";
import { typeBits } from "./types.ts";

/** The same rules for values that are written as text: what is any text takes what was a number, and in a query a list
 * takes what was a single value. Defaults of parameters have a rule of their own. */
export const textRules = (rules: readonly SchemaRule[], inQuery: boolean): SchemaRule[] =>
  rules.flatMap((rule) => (rule.id === "default" ? [] : rule.id === typeRule.id ? [asText(rule, inQuery)] : [rule]));

const asText = (rule: SchemaRule, inQuery: boolean): SchemaRule => ({
  id: rule.id,

  *check(pair) {
    const { g, a, conjoin } = pair;
    const lost = g.types & ~a.types;
    const isPlain = a.formats.length === 0 && a.patterns.length === 0 && a.values === undefined;
    if (a.types & typeBits.string && isPlain && (lost & ~scalars) === 0) return;
    if (inQuery && a.types & typeBits.array && lost !== 0 && (lost & ~scalars) === 0) {
      const items = itemAtomsAt(a, 0);
      if (items.length > 0) yield { kind: "pair", given: pair.given, asked: conjoin(items) };
      return;
    }
    yield* rule.check(pair);
  },
});

const scalars = typeBits.boolean | typeBits.integer | typeBits.fraction | typeBits.string;
