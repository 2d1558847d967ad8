import { type Atom, derived, negationOf } from "./atom.ts";
import { descents } from "./descents.ts";
import { isSettled } from "./choices.ts";
import type { Goal, SchemaPair, SchemaRule } from "./goal.ts";
import { allTypes, singleTypes, typeBits, typeName } from "./types.ts";

/**
 * What has to be shown for one pair. The given values are taken together at first, or, where that is not enough, case by case: by the
 * branches of a choice or a condition that they have to fit anyway, or by type. Every case adds to what is known, so this ends.
 */
export const expand = (pair: SchemaPair, rules: readonly SchemaRule[]): Goal => {
  const { given, asked, g, a, conjoin, isEmpty, accepts } = pair;
  if (isEmpty(given)) return { kind: "all", goals: [] };
  // What a reference to nowhere lets through is not known, so nobody can say that it is refused.
  const unknown = given.unresolved.some(({ reference }) => !asked.unresolved.some((other) => other.reference === reference));
  const remarks = (): Goal => ({
    kind: "all",
    goals: rules.filter((rule) => rule.remarks).flatMap((rule) => [...rule.check(pair)]),
  });
  if (unknown) return remarks();
  // Listed values are tried one by one. Only if one is refused, or listed no longer, is there anything to say.
  const real = g.values && g.values.length <= mostValues ? g.values.filter((value) => accepts(given, value) !== false) : undefined;
  const fits = real?.every((value) => accepts(asked, value) !== false) ?? false;
  if (fits) return remarks();

  const known: SchemaPair = real ? { ...pair, g: { ...g, values: real } } : pair;
  const whole: Goal = { kind: "all", goals: [...rules.flatMap((rule) => [...rule.check(known)]), ...descents(known)] };
  const cases = casesOf(pair);
  const mayContradict = g.negations.length > 0 && !pair.direct;
  if (cases === undefined && !mayContradict) return whole;
  const split: Goal | undefined = cases && {
    kind: "all",
    goals: cases.map((one) => ({ kind: "pair", given: conjoin([...given.atoms, ...one]), asked })),
  };
  // Taken together, values of several branches rarely fit one branch; and what can be shown of all can be shown of each case.
  const first = split && a.choices.length > 0 ? [split] : [whole, split];
  return {
    kind: "any",
    options: (function* () {
      for (const goal of first) if (goal) yield goal;
      if (mayContradict) yield* contradictions(pair);
    })(),
    otherwise: () => split ?? whole,
  };
};

const mostValues = 5000;

/**
 * Schemas of which every given value satisfies those of one case: what depends on a property that is there, or the first choice that is still open, or the two ways of a condition, or
 * the types one by one where the other side chooses.
 */
const casesOf = ({ given, asked, g, a, conjoin }: SchemaPair): readonly (readonly Atom[])[] | undefined => {
  const known = new Set(given.atoms);
  const settled = (branch: Atom) => known.has(branch) || conjoin([branch]).atoms.every((atom) => known.has(atom));
  // Only of objects: what is required of others need not be there.
  const due = g.types === typeBits.object ? g.dependentSchemas.find(({ on, schema }) => g.required.has(on) && !settled(schema)) : undefined;
  if (due) return [[due.schema]];
  const open = g.choices.find((choice) => !isSettled(choice, known));
  if (open) return open.branches.map((branch) => [branch]);
  const condition = g.conditionals.find(({ test }) => !settled(test) && !known.has(negationOf(test)));
  if (condition) {
    const { test, met, unmet } = condition;
    return [
      [test, ...(met ? [met] : [])],
      [negationOf(test), ...(unmet ? [unmet] : [])],
    ];
  }
  const [place] = asked.atoms;
  const types = singleTypes(g.types);
  if (place === undefined || types.length < 2 || g.types === allTypes || (a.choices.length === 0 && a.negations.length === 0))
    return undefined;
  return types.map((type) => [derived(place, `type ${type}`, { type: typeName(type) })]);
};

/** The given values do not exist where what they satisfy is what they must not. */
const contradictions = function* ({ given, g, conjoin }: SchemaPair): Generator<Goal> {
  for (const shutOut of g.negations) yield { kind: "pair", given, asked: conjoin([shutOut]), direct: true };
};
