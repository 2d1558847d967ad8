import { type Atom, type Choice, listOf } from "./atom.ts";
import { flattened } from "./conjunction.ts";
import { isObject, member } from "../documents/json.ts";
import { pointerTo } from "../documents/pointer.ts";

/** The choices of a schema. One branch alone is none: it is part of the conjunction. */
export const choicesOf = (atom: Atom): readonly Choice[] =>
  (atom.choices ??= (["anyOf", "oneOf"] as const).flatMap((kind) => choiceOf(atom, kind)));

const choiceOf = (atom: Atom, kind: Choice["kind"]): Choice[] => {
  const branches = listOf(atom, kind);
  if (branches.length < 2) return [];
  const exclusive = atom.document.dialect.discriminator && isObject(atom.schema) && isObject(member(atom.schema, "discriminator"));
  const byPointer = new Map<string, Atom>();
  for (const branch of branches) {
    for (const { pointer } of [branch, ...flattened([branch]).atoms]) if (!byPointer.has(pointer)) byPointer.set(pointer, branch);
  }
  return [{ kind, branches, at: pointerTo(atom.pointer, kind), exclusive, byPointer }];
};

/** Whether values that satisfy these schemas satisfy one of the branches by that. */
export const isSettled = ({ branches, byPointer }: Choice, known: ReadonlySet<Atom>): boolean => {
  const settles = (branch: Atom) => known.has(branch) || [...flattened([branch]).atoms].every((atom) => known.has(atom));
  if (branches.length <= few) return branches.some(settles);
  // Of many branches only those are tried that a known schema belongs to.
  return [...known].some(({ pointer }) => {
    const branch = byPointer.get(pointer);
    return branch !== undefined && settles(branch);
  });
};

const few = 10;
