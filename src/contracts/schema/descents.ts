import { type Atom, derived, negationOf } from "./atom.ts";
import type { Goal, SchemaPair } from "./goal.ts";
import { atomsAt, atomsOfOthers, isDeclared, isHidden, itemAtomsAt, namesIn, patternsIn } from "./places.ts";
import { areOthersPossible, isPossible, namesOf } from "./possible.ts";
import { typeBits } from "./types.ts";

/** The pairs of schemas that a pair leads to: properties, items, and what holds under a condition. */
export const descents = function* (pair: SchemaPair): Generator<Goal> {
  if (pair.g.types & typeBits.object) {
    yield* properties(pair);
    yield* dependents(pair);
  }
  if (pair.g.types & typeBits.array) yield* items(pair);
  yield* conditions(pair);
};

/** By name where both sides know it, by pattern, and all others. What one side refuses or does not mention is up to rules. */
const properties = function* (pair: SchemaPair): Generator<Goal> {
  const { g, a, conjoin } = pair;
  const mentioned = namesIn(a);
  for (const name of namesOf(pair)) {
    const asked = atomsAt(a, name);
    if (asked.length === 0 || asked.some(({ schema }) => schema === false)) continue;
    if ((mentioned.has(name) && !isDeclared(g, name)) || isHidden(g, name) || isHidden(a, name) || !isPossible(pair, name)) continue;
    const given = atomsAt(g, name);
    if (!areSame(pair, given, asked)) yield { kind: "pair", given: conjoin(given), asked: conjoin(asked) };
  }
  if (!areOthersPossible(pair)) return;
  for (const pattern of new Set([undefined, ...patternsIn(g), ...patternsIn(a)])) {
    const asked = atomsOfOthers(a, pattern);
    if (asked.length === 0 || asked.some(({ schema }) => schema === false)) continue;
    yield { kind: "pair", given: conjoin(atomsOfOthers(g, pattern)), asked: conjoin(asked) };
  }
};

/** Most properties are, so that nothing has to be made of them. */
const areSame = ({ isSame }: SchemaPair, [given, ...others]: readonly Atom[], [asked, ...more]: readonly Atom[]): boolean =>
  given !== undefined && asked !== undefined && others.length === 0 && more.length === 0 && isSame(given, asked);

const items = function* ({ g, a, conjoin }: SchemaPair): Generator<Goal> {
  const places = Math.max(0, ...[...g.arrays, ...a.arrays].map(({ from }) => from)) + 1;
  const most = Math.min(places, g.limits.maxItems?.value ?? Number.POSITIVE_INFINITY);
  for (let index = 0; index < most; index += 1) {
    const asked = itemAtomsAt(a, index);
    if (asked.length === 0 || asked.some(({ schema }) => schema === false)) continue;
    yield { kind: "pair", given: conjoin(itemAtomsAt(g, index)), asked: conjoin(asked) };
  }
};

/** Those of the given objects that have the property have to satisfy what depends on it. */
const dependents = function* ({ given, a, conjoin }: SchemaPair): Generator<Goal> {
  for (const { on, schema } of a.dependentSchemas) {
    const present = derived(schema, `with ${on}`, { type: "object", required: [on] });
    yield { kind: "pair", given: conjoin([...given.atoms, present]), asked: conjoin([schema]) };
  }
};

/** Those of the given values that pass the test have to satisfy `then`, the others `else`. */
const conditions = function* ({ given, a, conjoin }: SchemaPair): Generator<Goal> {
  for (const { test, met, unmet } of a.conditionals) {
    if (met) yield { kind: "pair", given: conjoin([...given.atoms, test]), asked: conjoin([met]) };
    if (unmet) yield { kind: "pair", given: conjoin([...given.atoms, negationOf(test)]), asked: conjoin([unmet]) };
  }
};
