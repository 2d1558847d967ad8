import type { SchemaRule, SchemaPair } from "../../../schema/goal.ts";
import { isDeclared } from "../../../schema/places.ts";
import { milder } from "./milder.ts";
import { isAlternative, isFragment } from "../../../apis/schema-rules/property-sets.ts";
import { required as requiredAnyway } from "../../../schema/rules/required.ts";

/** Objects that lack a property. One that is nowhere described is mostly a slip of who wrote the list: that is dangerous. */
export const required: SchemaRule = {
  id: "required",

  *check(pair) {
    yield* requiredAnyway.check(withRequired(pair, (name) => isMeant(pair, name)));
    for (const goal of requiredAnyway.check(withRequired(pair, (name) => !isMeant(pair, name)))) {
      yield milder(goal);
    }
  },
};

/** Conditions and alternatives require what is described beside them. */
const isMeant = (pair: SchemaPair, name: string): boolean => isFragment(pair) || isAlternative(pair) || isDeclared(pair.a, name);

const withRequired = (pair: SchemaPair, which: (name: string) => boolean): SchemaPair => ({
  ...pair,
  a: { ...pair.a, required: new Map([...pair.a.required].filter(([name]) => which(name))) },
});
