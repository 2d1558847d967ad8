import type { Atom, Choice } from "./atom.ts";
import { branchesTagged } from "./choice-index.ts";
import type { SchemaPair } from "./goal.ts";
import { isObject, member, textOf } from "../documents/json.ts";
import { atomsAt, isHidden, namesIn } from "./places.ts";
import { typeBits } from "./types.ts";

/** The branches of a choice, the likeliest home of the given values first. */
export const candidates = function* (pair: SchemaPair, choice: Choice): Generator<Atom> {
  const same = new Set<Atom>();
  // What was added last is a branch of the choice that the values come from.
  for (const { pointer } of pair.given.atoms.toReversed()) {
    const branch = choice.byPointer.get(pointer);
    if (branch && !same.has(branch)) yield branch;
    if (branch) same.add(branch);
  }
  for (const branch of likelyBranches(pair, choice)) if (!same.has(branch)) yield branch;
};

/** The branches that could take all that is given: of very many, those that have its tag. */
export const likelyBranches = ({ g, conjoin, shape }: SchemaPair, choice: Choice): readonly Atom[] =>
  branchesTagged(choice, (name) => {
    if (!g.required.has(name) || isHidden(g, name)) return undefined;
    const [value, ...others] = shape(conjoin(atomsAt(g, name))).values ?? [];
    return others.length === 0 ? value : undefined;
  });

/** The one branch that was meant for the given values, as far as a person could tell: of that name or title, or with most of the same properties. */
export const closest = (pair: SchemaPair, choice: Choice): Atom | undefined => {
  let best: Atom | undefined;
  let bestScore = 0;
  for (const branch of likelyBranches(pair, choice).slice(0, widest)) {
    const score = likeness(pair, branch);
    if (score > bestScore) [best, bestScore] = [branch, score];
  }
  return best;
};

const widest = 200;

/** Nought for what was not meant. */
const likeness = (pair: SchemaPair, branch: Atom): number => {
  const { given, g, conjoin, shape, isEmpty } = pair;
  const asked = conjoin([branch]);
  const a = shape(asked);
  if (asked.atoms.some((atom) => isDefinition(atom) && given.atoms.some(({ pointer }) => pointer === atom.pointer))) return 10;
  const title = titleOf(asked.atoms);
  if (title !== undefined && given.atoms.some((atom) => titleOf([atom]) === title)) return 9;
  const shared = g.types & a.types;
  if (shared === 0 || shared !== g.types || isEmpty(conjoin([...given.atoms, branch]))) return 0;
  if (!(shared & typeBits.object)) return g.values || a.values ? 0 : shared === 127 ? 0 : 1;
  const own = new Set([...namesIn(g), ...g.required.keys()]);
  const others = new Set([...namesIn(a), ...a.required.keys()]);
  const common = [...own].filter((name) => others.has(name)).length;
  return common * 2 > Math.max(own.size, others.size) ? 1 + common / Math.max(own.size, others.size) : 0;
};

const isDefinition = ({ pointer }: Atom): boolean => /\/(?:definitions|\$defs|schemas|messages)\/[^/]+$/.test(pointer);

const titleOf = (atoms: readonly Atom[]): string | undefined => {
  for (const { schema } of atoms) {
    const title = isObject(schema) ? textOf(member(schema, "title")) : undefined;
    if (title !== undefined) return title;
  }
  return undefined;
};
