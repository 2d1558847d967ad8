import { type Atom, childOf, listOf, mapOf } from "./atom.ts";
import { flattened } from "./conjunction.ts";
import { isList, isObject, member } from "../documents/json.ts";
import type { ArrayScope, ObjectScope } from "./shape.ts";

/** What each schema says of properties. `unevaluatedProperties` is a scope of its own that spares what stands anywhere below. */
export const objectScopesOf = (atoms: readonly Atom[]): ObjectScope[] =>
  atoms.flatMap((atom) => {
    const properties = mapOf(atom, "properties");
    const patterns = mapOf(atom, "patternProperties");
    const rest = childOf(atom, "additionalProperties");
    const scopes: ObjectScope[] = [];
    if (properties.size > 0 || patterns.size > 0 || rest) scopes.push({ properties, patterns, rest, spares: undefined });
    const unevaluated = childOf(atom, "unevaluatedProperties");
    if (unevaluated) scopes.push({ properties: new Map(), patterns: new Map(), rest: unevaluated, spares: evaluatedIn(atom) });
    return scopes;
  });

/** What each schema says of items, in the words of 2020-12 (`prefixItems`, `items`) or of all before (`items` as a list, `additionalItems`). */
export const arrayScopesOf = (atoms: readonly Atom[]): ArrayScope[] =>
  atoms.flatMap((atom) => {
    const scope = itemsOf(atom);
    const scopes = scope ? [scope] : [];
    const unevaluated = childOf(atom, "unevaluatedItems");
    if (unevaluated) {
      const parts = partsOf(atom);
      const others = parts.flatMap((part) => itemsOf(part) ?? []);
      const inner = parts.some((part) => part !== atom && childOf(part, "unevaluatedItems"));
      // Where something speaks of all items, none is left.
      if (!inner && !others.some(({ rest }) => rest))
        scopes.push({ first: [], from: Math.max(0, ...others.map(({ from }) => from)), rest: unevaluated });
    }
    return scopes;
  });

const itemsOf = (atom: Atom): ArrayScope | undefined => {
  if (!isObject(atom.schema)) return undefined;
  const tuple = isList(member(atom.schema, "items"));
  const first = tuple ? listOf(atom, "items") : listOf(atom, "prefixItems");
  const rest = childOf(atom, tuple ? "additionalItems" : "items");
  return first.length === 0 && rest === undefined ? undefined : { first, from: first.length, rest };
};

const evaluatedIn = (atom: Atom): { names: Set<string>; patterns: Set<string> } => {
  const names = new Set<string>();
  const patterns = new Set<string>();
  for (const part of partsOf(atom)) {
    for (const name of mapOf(part, "properties").keys()) names.add(name);
    for (const pattern of mapOf(part, "patternProperties").keys()) patterns.add(pattern);
    // A part that speaks of all the others leaves none unevaluated.
    if (childOf(part, "additionalProperties") || (part !== atom && childOf(part, "unevaluatedProperties"))) patterns.add("");
  }
  return { names, patterns };
};

/** A schema and everything that is applied to the same value with it, in one branch or another. */
const partsOf = (atom: Atom): Atom[] => {
  const parts = new Set<Atom>();
  const open: Atom[] = [atom];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const part of flattened([next]).atoms) {
      if (parts.has(part)) continue;
      parts.add(part);
      for (const keyword of ["anyOf", "oneOf"]) open.push(...listOf(part, keyword));
      for (const keyword of ["if", "then", "else"]) open.push(...[childOf(part, keyword) ?? []].flat());
      open.push(...mapOf(part, "dependentSchemas").values());
    }
  }
  return [...parts];
};
