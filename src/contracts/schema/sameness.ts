import type { Json } from "../../base/canonical-json.ts";
import type { Atom } from "./atom.ts";
import { type Conjunction, targetOf } from "./conjunction.ts";
import { equality } from "./equality.ts";
import { isList, isObject } from "../documents/json.ts";

/** Tells schemas that are the same in both versions. Most of a contract is, and need not be looked at. */
export interface Sameness {
  /** With all that they refer to. What refers to itself is the same until something that it reaches is not. */
  ofOne(a: Atom, b: Atom): boolean;
  ofAll(a: Conjunction, b: Conjunction): boolean;
  /** As they stand there, whatever they refer to. */
  ofText(a: Atom, b: Atom): boolean;
}

export const sameness = (): Sameness => {
  const settled = new Map<Atom, Map<Atom, boolean>>();
  const isEqual = equality();

  const known = (a: Atom, b: Atom): boolean | undefined => settled.get(a)?.get(b);
  const settle = (a: Atom, b: Atom, same: boolean): void => {
    const own = settled.get(a) ?? new Map<Atom, boolean>();
    settled.set(a, own.set(b, same));
  };

  const isSameAtom = (a: Atom, b: Atom): boolean => {
    // Most are so small that there is nothing to remember.
    if (isFlat(a.schema) && isFlat(b.schema)) return isEqual(a.schema, b.schema);
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
        const above = restOn.get(one) ?? [];
        above.push(link);
        restOn.set(one, above);
        if (known(one, other) === false) fallen.push(link);
        if (known(one, other) !== undefined) continue;
        settle(one, other, true);
        open.push({ a: one, b: other });
      }
    }
    for (let link = fallen.pop(); link !== undefined; link = fallen.pop()) {
      settle(link.a, link.b, false);
      for (const above of restOn.get(link.a) ?? []) if (known(above.a, above.b) === true) fallen.push(above);
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
    ofText: (a, b) => isSameDialect(a, b) && isEqual(a.schema, b.schema),
  };
};

interface Link {
  readonly a: Atom;
  readonly b: Atom;
}

const isSameDialect = (a: Atom, b: Atom): boolean => {
  const [one, other] = [a.document.dialect, b.document.dialect];
  return one === other || (one.nullable === other.nullable && one.refSiblings === other.refSiblings && one.hides === other.hides);
};

/** Whether nothing stands in it but single values, and no reference. */
const isFlat = (schema: Json): boolean => {
  if (!isObject(schema)) return true;
  for (const keyword in schema) if (typeof schema[keyword] === "object" || references.has(keyword)) return false;
  return true;
};

/** The references that stand anywhere in a value. */
const referencesIn = (json: Json): Set<string> => {
  const found = new Set<string>();
  const visit = (inner: Json): void => {
    if (typeof inner !== "object" || inner === null) return;
    if (isList(inner)) {
      for (const item of inner) visit(item);
      return;
    }
    if (!isObject(inner)) return;
    for (const keyword in inner) {
      const value = inner[keyword];
      if (typeof value === "string" && references.has(keyword)) found.add(value);
      else if (typeof value === "object" && value !== null) visit(value);
    }
  };
  visit(json);
  return found;
};

const references: ReadonlySet<string> = new Set(["$ref", "$dynamicRef", "$recursiveRef"]);
