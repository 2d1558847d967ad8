import type { Json } from "../../base/canonical-json.ts";
import type { Atom } from "./atom.ts";
import { type Conjunction, targetOf } from "./conjunction.ts";
import { isList, isObject, member } from "./json.ts";

/**
 * Tells schemas that are the same in both versions, with all that they refer to. Most of a contract is, and need not be looked at. What refers to itself is the same until something that it reaches is not.
 */
export const sameness = (): Sameness => {
  const settled = new Map<Atom, Map<Atom, boolean>>();

  const known = (a: Atom, b: Atom): boolean | undefined => settled.get(a)?.get(b);
  const settle = (a: Atom, b: Atom, same: boolean): void => {
    const own = settled.get(a) ?? new Map<Atom, boolean>();
    settled.set(a, own.set(b, same));
  };

  const isSameAtom = (a: Atom, b: Atom): boolean => {
    const before = known(a, b);
    if (before !== undefined) return before;
    settle(a, b, true);
    const open: Link[] = [{ a, b }];
    const restOn = new Map<Atom, Link[]>();
    const fallen: Link[] = [];
    for (let link = open.pop(); link !== undefined; link = open.pop()) {
      if (!isEqual(link.a.schema, link.b.schema)) {
        fallen.push(link);
        continue;
      }
      for (const reference of referencesIn(link.a.schema)) {
        const [one, other] = [targetOf(link.a, reference), targetOf(link.b, reference)];
        if (one === undefined || other === undefined) {
          if (one !== other) fallen.push(link);
          continue;
        }
        restOn.set(one, [...(restOn.get(one) ?? []), link]);
        if (known(one, other) === false) fallen.push(link);
        if (known(one, other) !== undefined) continue;
        settle(one, other, true);
        open.push({ a: one, b: other });
      }
    }
    for (let link = fallen.pop(); link !== undefined; link = fallen.pop()) {
      settle(link.a, link.b, false);
      fallen.push(...(restOn.get(link.a) ?? []).filter((above) => known(above.a, above.b) === true));
    }
    return known(a, b) === true;
  };

  const areSame = (a: Atom, b: Atom): boolean => isSameDialect(a, b) && isSameAtom(a, b);

  return {
    ofOne: areSame,
    ofAll: (a, b) =>
      a.atoms.length === b.atoms.length &&
      a.unresolved.length === b.unresolved.length &&
      a.unresolved.every(({ reference }, index) => reference === b.unresolved[index]?.reference) &&
      a.atoms.every((atom, index) => {
        const other = b.atoms[index];
        return other !== undefined && areSame(atom, other);
      }),
  };
};

export interface Sameness {
  ofOne(a: Atom, b: Atom): boolean;
  ofAll(a: Conjunction, b: Conjunction): boolean;
}

interface Link {
  readonly a: Atom;
  readonly b: Atom;
}

const isSameDialect = (a: Atom, b: Atom): boolean => {
  const [one, other] = [a.document.dialect, b.document.dialect];
  return one.nullable === other.nullable && one.refSiblings === other.refSiblings && one.hides === other.hides;
};

/** Whether two values are equal, members in any order. */
const isEqual = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isEqual(a[name] ?? null, b[name] ?? null));
};

/** The references that stand anywhere in a value. */
const referencesIn = (json: Json, found: Set<string> = new Set()): Set<string> => {
  if (typeof json !== "object" || json === null) return found;
  if (isObject(json)) {
    for (const keyword of ["$ref", "$dynamicRef", "$recursiveRef"]) {
      const reference = member(json, keyword);
      if (typeof reference === "string") found.add(reference);
    }
  }
  for (const value of Object.values(json)) referencesIn(value, found);
  return found;
};
