import type { Json } from "../../base/canonical-json.ts";
import type { Atom, Choice, ChoiceIndex, Listing } from "./atom.ts";
import { flattened, isNullable } from "./conjunction.ts";
import { isList, isObject, jsonKey, member } from "../documents/json.ts";

/** The branches that could take a value: all of them, or, of very many, those that list it or list nothing. */
export const branchesFor = (choice: Choice, value: Json): readonly Atom[] =>
  choice.branches.length <= few ? choice.branches : listing(indexOf(choice).own, value);

/**
 * The branches that could have a value in a property: all of them, or, of very many, those that list it there or list nothing. `valueOf` says
 * which one value a property must have, if that is so.
 */
export const branchesTagged = (choice: Choice, valueOf: (name: string) => Json | undefined): readonly Atom[] => {
  if (choice.branches.length <= few) return choice.branches;
  for (const [name, tag] of indexOf(choice).tags) {
    const value = valueOf(name);
    if (value !== undefined) return listing(tag, value);
  }
  return choice.branches;
};

const few = 20;

const listing = ({ byValue, open }: Listing, value: Json): readonly Atom[] => [...(byValue.get(jsonKey(value)) ?? []), ...open];

const indexOf = (choice: Choice): ChoiceIndex => (choice.index ??= made(choice));

const made = ({ branches }: Choice): ChoiceIndex => {
  const own: Listing = { byValue: new Map(), open: new Set() };
  const tags = new Map<string, Listing>();
  for (const branch of branches) {
    const atoms = [...flattened([branch]).atoms];
    const values = atoms.map(listedIn).find((list) => list !== undefined);
    if (values) enter(own, branch, values);
    else own.open.add(branch);
    for (const [name, listed] of tagsIn(atoms)) {
      const tag = tags.get(name) ?? { byValue: new Map(), open: new Set() };
      tags.set(name, tag);
      enter(tag, branch, listed);
    }
  }
  // What only some have does not tell them apart.
  for (const [name, tag] of tags) {
    const tagged = new Set([...tag.byValue.values()].flatMap((found) => [...found]));
    if (tagged.size * 2 < branches.length) tags.delete(name);
    else for (const branch of branches) if (!tagged.has(branch)) tag.open.add(branch);
  }
  return { own, tags };
};

const enter = ({ byValue }: Listing, branch: Atom, values: readonly Json[]): void => {
  for (const value of values) {
    const key = jsonKey(value);
    byValue.set(key, (byValue.get(key) ?? new Set()).add(branch));
  }
};

const listedIn = (atom: Atom): readonly Json[] | undefined => {
  if (!isObject(atom.schema) || isNullable(atom)) return undefined;
  const value = member(atom.schema, "const");
  const values = value === undefined ? member(atom.schema, "enum") : [value];
  return isList(values) ? values : undefined;
};

const tagsIn = function* (atoms: readonly Atom[]): Generator<[string, readonly Json[]]> {
  for (const { schema } of atoms) {
    const properties = isObject(schema) ? member(schema, "properties") : undefined;
    if (!isObject(properties)) continue;
    for (const [name, property] of Object.entries(properties)) {
      if (!isObject(property)) continue;
      const value = member(property, "const");
      const values = value === undefined ? member(property, "enum") : [value];
      if (isList(values) && member(property, "nullable") !== true && member(property, "x-nullable") !== true) yield [name, values];
    }
  }
};
