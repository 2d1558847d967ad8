import type { Atom } from "./atom.ts";
import { flattened } from "./conjunction.ts";
import { isObject, member } from "../documents/json.ts";
import { isTrivial, matches, textsMatching } from "./pattern.ts";
import type { ObjectScope, Shape } from "./shape.ts";

/** All schemas that the value of a property has to satisfy. */
export const atomsAt = ({ objects, byName }: Pick<Shape, "objects" | "byName">, name: string): readonly Atom[] => {
  // One scope alone is asked as quickly.
  if (objects.length < 2 && objects.every(({ patterns }) => patterns.size === 0)) return atomsIn(objects, name);
  const known = byName.get(name) ?? atomsIn(objects, name);
  byName.set(name, known);
  return known;
};

const atomsIn = (objects: readonly ObjectScope[], name: string): Atom[] =>
  objects.flatMap((scope) => {
    const own = scope.properties.get(name);
    const found = own ? [own] : [];
    for (const [pattern, atom] of scope.patterns) if (knows(pattern, name)) found.push(atom);
    if (found.length > 0 || scope.rest === undefined || isSpared(scope, name)) return found;
    return [scope.rest];
  });

/** All schemas for the properties whose names match this pattern and are nowhere else; of no pattern, for those that match none. */
export const atomsOfOthers = ({ objects }: Pick<Shape, "objects">, pattern: string | undefined): Atom[] =>
  objects.flatMap((scope) => {
    const own = pattern === undefined ? undefined : scope.patterns.get(pattern);
    if (own) return [own];
    const everything = [...scope.patterns].filter(([other]) => isTrivial(other)).map(([, atom]) => atom);
    if (everything.length > 0) return everything;
    const spared = scope.spares !== undefined && [...scope.spares.patterns].some((other) => other === pattern || isTrivial(other));
    return scope.rest === undefined || spared ? [] : [scope.rest];
  });

/** Whether a property stands anywhere by its name, or by a pattern for names. */
export const isDeclared = ({ objects }: Pick<Shape, "objects">, name: string): boolean =>
  objects.some(({ properties, patterns }) => properties.has(name) || [...patterns.keys()].some((pattern) => knows(pattern, name)));

/** The names of all properties that stand somewhere, in branches too where `unevaluatedProperties` looks into them. */
export const namesIn = ({ objects }: Pick<Shape, "objects">): Set<string> =>
  new Set(objects.flatMap(({ properties, spares }) => [...properties.keys(), ...(spares?.names ?? [])]));

/** The names that patterns list. */
export const namesByPattern = ({ objects }: Pick<Shape, "objects">): readonly string[] =>
  objects.flatMap(({ patterns }) => [...patterns.keys()].flatMap((pattern) => textsMatching(pattern) ?? []));

/** The patterns for names of properties that stand somewhere, but for those that list their names. */
export const patternsIn = ({ objects }: Pick<Shape, "objects">): Set<string> =>
  new Set(objects.flatMap(({ patterns }) => [...patterns.keys()].filter((pattern) => !isTrivial(pattern) && !textsMatching(pattern))));

/** All schemas that the item of a place has to satisfy. */
export const itemAtomsAt = ({ arrays }: Pick<Shape, "arrays">, index: number): Atom[] =>
  arrays.flatMap(({ first, from, rest }) => {
    const own = first[index];
    return own ? [own] : index >= from && rest ? [rest] : [];
  });

/** How many items there can be, also where what follows the last place is refused. */
export const mostItems = ({ arrays, limits }: Pick<Shape, "arrays" | "limits">): number =>
  Math.min(
    limits.maxItems?.value ?? Number.POSITIVE_INFINITY,
    ...arrays.filter(({ rest }) => rest?.schema === false).map(({ from }) => from),
  );

/** Whether a property does not take part: in requests what is `readOnly`, in responses what is `writeOnly`. */
export const isHidden = (shape: Pick<Shape, "objects">, name: string): boolean =>
  shape.objects.some(({ properties }) => {
    const atom = properties.get(name);
    return atom !== undefined && isHiddenItself(atom);
  });

/** Whether a schema says so of itself, or what it refers to does. */
export const isHiddenItself = (atom: Atom): boolean => (atom.hidden ??= hides(atom));

const hides = (atom: Atom): boolean => {
  const keyword = atom.document.dialect.hides;
  return keyword !== null && [...flattened([atom]).atoms].some(({ schema }) => isObject(schema) && member(schema, keyword) === true);
};

const isSpared = ({ spares }: ObjectScope, name: string): boolean =>
  spares !== undefined && (spares.names.has(name) || [...spares.patterns].some((pattern) => knows(pattern, name)));

/** A pattern that cannot be tried is taken not to match. */
const knows = (pattern: string, name: string): boolean => isTrivial(pattern) || matches(pattern, name) === true;
