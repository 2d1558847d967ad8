import { type Atom, mapOf } from "../../schema/atom.ts";
import { flattened } from "../../schema/conjunction.ts";
import type { SchemaPair } from "../../schema/goal.ts";
import { isDeclared, isHidden } from "../../schema/places.ts";
import type { Shape } from "../../schema/shape.ts";
import { typeBits } from "../../schema/types.ts";

/** Properties that stand on one side only. */
export interface PropertySets {
  readonly gone: ReadonlyMap<string, Atom>;
  readonly fresh: ReadonlyMap<string, Atom>;
}

/**
 * What each schema that both sides have says of properties, place by place: what else a branch of a choice is checked against has been
 * looked at elsewhere. Where a schema has moved as a whole, all of it counts.
 */
export const propertySets = (pair: SchemaPair): PropertySets => {
  const { way, given, asked, g, a } = pair;
  // What is not known may have them.
  if (given.unresolved.length + asked.unresolved.length > 0) return nothing;
  if (!(g.types & a.types & typeBits.object) || isFragment(pair)) return nothing;
  const [old, current] = way === "narrowing" ? [given.atoms, asked.atoms] : [asked.atoms, given.atoms];
  const [before, after] = way === "narrowing" ? [g, a] : [a, g];
  const places = new Set(old.map(({ pointer }) => pointer));
  const shared = new Set(current.map(({ pointer }) => pointer).filter((pointer) => places.has(pointer)));
  if (isAlternative(pair) && shared.size === 0) return nothing;
  const isChoice = g.choices.length > 0 || a.choices.length > 0;
  if (shared.size === 0 && isChoice) return nothing;
  const counts = ({ pointer }: Atom) => !isChoice || shared.has(pointer);
  return { gone: alone(old.filter(counts), before, after), fresh: alone(current.filter(counts), after, before) };
};

const nothing: PropertySets = { gone: new Map(), fresh: new Map() };

const alone = (atoms: readonly Atom[], own: Shape, other: Shape): Map<string, Atom> => {
  const found = new Map<string, Atom>();
  for (const atom of atoms) {
    for (const [name, property] of mapOf(atom, "properties")) {
      if (property.schema !== false && !isDeclared(other, name) && !isInBranch(other, name) && !isHidden(own, name))
        found.set(name, property);
    }
  }
  return found;
};

/** Whether a property has its place in some alternative only. */
const isInBranch = ({ choices }: Shape, name: string): boolean =>
  choices.some(({ branches }) =>
    branches.slice(0, widest).some((branch) => [...flattened([branch]).atoms].some((atom) => mapOf(atom, "properties").has(name))),
  );

const widest = 100;

/** Whether what is asked is a condition or its consequence, which says of a schema only a part. */
export const isFragment = ({ asked }: SchemaPair): boolean =>
  asked.atoms.every(({ pointer }) => /\/(?:if|then|else|not|contains|dependentSchemas\/[^/]+|dependencies\/[^/]+)$/.test(pointer));

/** Whether what is asked is an alternative without a name, which may leave to others what all have in common. */
export const isAlternative = ({ asked }: SchemaPair): boolean =>
  asked.atoms.every(({ pointer }) => /\/(?:anyOf|oneOf)\/\d+$/.test(pointer));
