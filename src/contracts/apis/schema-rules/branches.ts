import type { Atom, Choice } from "../../schema/atom.ts";
import { referenceOf, targetOf } from "../../schema/conjunction.ts";
import type { SchemaPair } from "../../schema/goal.ts";
import { isDeclared, namesIn } from "../../schema/places.ts";
import { typeBits } from "../../schema/types.ts";

/** What a branch refers to, if it is no more than a reference. */
export const definitionOf = (branch: Atom): Atom | undefined => {
  const reference = referenceOf(branch);
  return reference === undefined ? undefined : targetOf(branch, reference);
};

/** Whether what is given is the branch of that name, or of that place where branches have no names. */
const isSameBranch = ({ given }: SchemaPair, branch: Atom): boolean => {
  const pointer = (definitionOf(branch) ?? branch).pointer;
  const named = definitionOf(branch) !== undefined;
  return given.atoms.some((atom) => atom.pointer === pointer && (named || definitionOf(atom) === undefined));
};

/** The branches of a choice that are what is given. Of very many, only those are asked that a given schema belongs to. */
export const sameBranches = (pair: SchemaPair, { branches, byPointer }: Choice): Atom[] => {
  const likely = branches.length <= few ? branches : new Set(pair.given.atoms.flatMap(({ pointer }) => byPointer.get(pointer) ?? []));
  return [...likely].filter((branch) => isSameBranch(pair, branch));
};

const few = 50;

/**
 * Whether a person would take the given objects for the branch (of none: for what is asked of them anyway): it knows all or most of their
 * properties, and is not what another branch on their side already is. Whatever is not an object is told by its values alone.
 */
export const isAkin = (pair: SchemaPair, branch: Atom | undefined): boolean => {
  const { g, a, conjoin, shape } = pair;
  const own = namesIn(g);
  const asked = branch ? shape(conjoin([branch])) : a;
  // What asks for no property in particular takes them all.
  if (g.types !== typeBits.object || own.size === 0 || namesIn(asked).size === 0) return true;
  const isTaken = branch !== undefined && isOfAnother(pair, branch);
  const known = [...own].filter((name) => isDeclared(asked, name) || isDeclared(a, name)).length;
  if (known === own.size) return !(isTaken && branch !== undefined && definitionOf(branch) !== undefined);
  return !isTaken && known * 2 > Math.max(own.size, new Set([...namesIn(asked), ...namesIn(a)]).size);
};

/** Whether a branch can be what is asked at its place: at least half of the properties have stayed, if it is about any. */
export const isHalfKnown = ({ a, conjoin, shape }: SchemaPair, branch: Atom): boolean => {
  const [own, others] = [namesIn(shape(conjoin([branch]))), namesIn(a)];
  if (own.size === 0 || others.size === 0) return true;
  return [...own].filter((name) => others.has(name)).length * 2 >= Math.max(own.size, others.size);
};

const isOfAnother = ({ g }: SchemaPair, branch: Atom): boolean => {
  const definition = definitionOf(branch);
  return g.choices.some(({ branches, byPointer }) =>
    branches.length > few
      ? byPointer.has((definition ?? branch).pointer)
      : branches.some((other) => {
          const own = definitionOf(other);
          return definition ? own?.pointer === definition.pointer : own === undefined && other.pointer === branch.pointer;
        }),
  );
};
