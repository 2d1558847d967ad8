import type { Json } from "../../base/canonical-json.ts";
import { type Atom, childOf, mapOf } from "./atom.ts";
import type { Conjunction } from "./conjunction.ts";
import { isNullable } from "./conjunction.ts";
import { isList, isObject, member, membership, numberOf, textOf, textsOf } from "../documents/json.ts";
import { finite } from "./finite.ts";
import { negationsOf, shutsOutAll } from "./negated.ts";
import { atomsAt } from "./places.ts";
import { pointerTo } from "../documents/pointer.ts";
import { arrayScopesOf, objectScopesOf } from "./scopes.ts";
import { choicesOf } from "./choices.ts";
import type { Bound, Conditional, Contains, LimitKeyword, Said, Shape } from "./shape.ts";
import { allTypes, typeBits, type Types, typeOfValue, typesOf } from "./types.ts";

/** What a conjunction asks for, keyword by keyword. */
export const shapeOf = ({ atoms, unresolved }: Conjunction): Shape => {
  const multiples = said(atoms, "multipleOf", numberOf).filter(({ value }) => value > 0);
  const values = valuesOf(atoms);
  const objects = objectScopesOf(atoms);
  const byName = new Map<string, readonly Atom[]>();
  const dependentRequired = atoms.flatMap(dependentRequiredOf);
  const required = requiredOf(atoms, dependentRequired);
  // No object has what it must and must not have.
  const torn = [...required.keys()].some((name) => atomsAt({ objects, byName }, name).some(({ schema }) => schema === false));
  const types =
    typesIn(atoms, multiples) &
    (torn ? ~typeBits.object : allTypes) &
    (values ? values.list.reduce<Types>((all, value) => all | typeOfValue(value), 0) : allTypes);
  const lower = strictest(
    atoms.flatMap((atom) => boundsOf(atom, "minimum", "exclusiveMinimum")),
    (a, b) => a.value - b.value,
  );
  const upper = strictest(
    atoms.flatMap((atom) => boundsOf(atom, "maximum", "exclusiveMaximum")),
    (a, b) => b.value - a.value,
  );
  const limits = limitsOf(atoms);
  return {
    types,
    typeAt: whereFirst(atoms, (atom) =>
      isObject(atom.schema) && typesOf(atom.schema) !== undefined ? pointerTo(atom.pointer, "type") : undefined,
    ),
    values: values?.list.filter((value) => (typeOfValue(value) & types) !== 0) ?? finite(types, { lower, upper, limits }),
    valuesAt: values?.at,
    refusedAt: whereFirst(atoms, (atom) => (atom.schema === false ? atom.pointer : undefined)),
    lower,
    upper,
    multiples,
    limits,
    patterns: distinct(said(atoms, "pattern", textOf)),
    formats: distinct(said(atoms, "format", textOf)),
    contents: distinct([...said(atoms, "contentEncoding", textOf), ...said(atoms, "contentMediaType", textOf)]),
    uniqueAt: said(atoms, "uniqueItems", (json) => json === true || undefined)[0]?.at,
    required,
    byName,
    objects,
    arrays: arrayScopesOf(atoms),
    names: atoms.flatMap((atom) => childOf(atom, "propertyNames") ?? []),
    contains: atoms.flatMap(containsOf),
    dependentRequired,
    dependentSchemas: atoms.flatMap((atom) =>
      ["dependentSchemas", "dependencies"].flatMap((keyword) => [...mapOf(atom, keyword)].map(([on, schema]) => ({ on, schema }))),
    ),
    choices: atoms.flatMap(choicesOf),
    conditionals: atoms.flatMap(conditionalOf),
    negations: atoms.flatMap(negationsOf),
    defaults: said(atoms, "default", (json) => json),
    unresolved,
  };
};

/** What a keyword says in each of the schemas that have it. */
const said = <T>(atoms: readonly Atom[], keyword: string, read: (json: Json | undefined) => T | undefined): Said<T>[] =>
  atoms.flatMap((atom) => {
    const value = isObject(atom.schema) ? read(member(atom.schema, keyword)) : undefined;
    return value === undefined ? [] : [{ value, at: pointerTo(atom.pointer, keyword) }];
  });

const distinct = (all: readonly Said<string>[]): Said<string>[] => [...new Map(all.map((one) => [one.value, one])).values()];

const whereFirst = (atoms: readonly Atom[], where: (atom: Atom) => string | undefined): string | undefined => {
  for (const atom of atoms) {
    const at = where(atom);
    if (at !== undefined) return at;
  }
  return undefined;
};

const typesIn = (atoms: readonly Atom[], multiples: readonly Said<number>[]): Types => {
  let types: Types = multiples.some(({ value }) => Number.isInteger(value)) ? allTypes & ~typeBits.fraction : allTypes;
  for (const atom of atoms) {
    if (atom.schema === false || shutsOutAll(atom)) return 0;
    const own = atom.schema === true ? undefined : typesOf(atom.schema);
    if (own !== undefined) types &= isNullable(atom) ? own | typeBits.null : own;
  }
  return types;
};

const valuesOf = (atoms: readonly Atom[]): { readonly list: readonly Json[]; readonly at: string } | undefined => {
  let found: { list: readonly Json[]; at: string } | undefined;
  for (const atom of atoms) {
    if (!isObject(atom.schema)) continue;
    for (const keyword of ["const", "enum"]) {
      const json = member(atom.schema, keyword);
      const own = keyword === "const" ? (json === undefined ? undefined : [json]) : isList(json) ? json : undefined;
      if (own === undefined) continue;
      const listed = isNullable(atom) ? [...own, null] : own;
      const list = found ? found.list.filter(membership(listed)) : listed;
      found = { list, at: found?.at ?? pointerTo(atom.pointer, keyword) };
    }
  }
  return found;
};

/** Of draft 4 (`exclusiveMinimum: true` beside `minimum`) as of all later ones (a number of its own). */
const boundsOf = ({ schema, pointer }: Atom, keyword: string, exclusiveKeyword: string): Bound[] => {
  if (!isObject(schema)) return [];
  const bounds: Bound[] = [];
  const value = numberOf(member(schema, keyword));
  const exclusive = member(schema, exclusiveKeyword);
  if (value !== undefined) bounds.push({ value, exclusive: exclusive === true, at: pointerTo(pointer, keyword) });
  if (typeof exclusive === "number") bounds.push({ value: exclusive, exclusive: true, at: pointerTo(pointer, exclusiveKeyword) });
  return bounds;
};

const strictest = <T extends Said<number>>(all: readonly T[], order: (a: T, b: T) => number): T | undefined =>
  all.reduce<T | undefined>((best, one) => {
    if (best === undefined) return one;
    const by = order(one, best);
    return by > 0 || (by === 0 && "exclusive" in one && one.exclusive === true) ? one : best;
  }, undefined);

const limitsOf = (atoms: readonly Atom[]): Record<LimitKeyword, Said<number> | undefined> => {
  const most = (keyword: LimitKeyword) => strictest(said(atoms, keyword, numberOf), (a, b) => b.value - a.value);
  // A minimum of zero asks for nothing.
  const least = (keyword: LimitKeyword) =>
    strictest(
      said(atoms, keyword, numberOf).filter(({ value }) => value > 0),
      (a, b) => a.value - b.value,
    );
  return {
    minLength: least("minLength"),
    maxLength: most("maxLength"),
    minItems: least("minItems"),
    maxItems: most("maxItems"),
    minProperties: least("minProperties"),
    maxProperties: most("maxProperties"),
  };
};

/** With what the required properties need in turn. */
const requiredOf = (atoms: readonly Atom[], dependent: Shape["dependentRequired"]): Map<string, string> => {
  const required = new Map<string, string>();
  for (const { schema, pointer } of atoms) {
    if (!isObject(schema)) continue;
    for (const name of textsOf(member(schema, "required"))) if (!required.has(name)) required.set(name, pointerTo(pointer, "required"));
  }
  for (let size = -1; dependent.length > 0 && size < required.size;) {
    size = required.size;
    for (const { on, needs, at } of dependent) if (required.has(on) && !required.has(needs)) required.set(needs, at);
  }
  return required;
};

const containsOf = (atom: Atom): Contains[] => {
  const schema = childOf(atom, "contains");
  if (schema === undefined || !isObject(atom.schema)) return [];
  const least = numberOf(member(atom.schema, "minContains")) ?? 1;
  const most = numberOf(member(atom.schema, "maxContains")) ?? Number.POSITIVE_INFINITY;
  return [{ schema, least, most, at: pointerTo(atom.pointer, "contains") }];
};

const dependentRequiredOf = ({ schema, pointer }: Atom): { on: string; needs: string; at: string }[] => {
  if (!isObject(schema)) return [];
  return ["dependentRequired", "dependencies"].flatMap((keyword) => {
    const map = member(schema, keyword);
    if (!isObject(map)) return [];
    return Object.entries(map).flatMap(([on, names]) =>
      textsOf(names).map((needs) => ({ on, needs, at: pointerTo(pointer, keyword, on) })),
    );
  });
};

const conditionalOf = (atom: Atom): Conditional[] => {
  const test = childOf(atom, "if");
  const met = childOf(atom, "then");
  const unmet = childOf(atom, "else");
  return test && (met || unmet) ? [{ test, met, unmet }] : [];
};
