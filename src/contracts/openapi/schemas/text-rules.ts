import type { SchemaRule } from "../../schema/goal.ts";
import { type as typeRule } from "../../schema/rules/type.ts";
import { typeBits } from "../../schema/types.ts";

/** The same rules for values that are written as text: what is any text takes what was a number. Defaults of parameters have a rule of their own. */
export const textRules = (rules: readonly SchemaRule[]): SchemaRule[] =>
  rules.flatMap((rule) => (rule.id === "default" ? [] : rule.id === typeRule.id ? [asText(rule)] : [rule]));

const asText = (rule: SchemaRule): SchemaRule => ({
  id: rule.id,

  *check(pair) {
    const lost = pair.g.types & ~pair.a.types;
    if (pair.a.types & typeBits.string && (lost & ~scalars) === 0) return;
    yield* rule.check(pair);
  },
});

const scalars = typeBits.boolean | typeBits.integer | typeBits.fraction | typeBits.string;
