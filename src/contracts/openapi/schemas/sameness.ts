import type { Json } from "../../../base/canonical-json.ts";
import type { Atom } from "../../schema/atom.ts";
import { type Conjunction, targetOf } from "../../schema/conjunction.ts";
import { isList, isObject, member } from "../../schema/json.ts";

/**
 * Tells schemas that are the same in both versions, with all that they refer to. Most of a contract is, and need not be looked at. Texts are
 * compared by number: equal values get one. What refers to itself is the same until something that it reaches is not.
 */
export const sameness = (): ((a: Conjunction, b: Conjunction) => boolean) => {
  const numberOf = numbering();
  const references = referencesIn();
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
      if (numberOf(link.a.schema) !== numberOf(link.b.schema)) {
        fallen.push(link);
        continue;
      }
      for (const reference of references(link.a.schema)) {
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

  return (a, b) =>
    a.atoms.length === b.atoms.length &&
    a.unresolved.length === b.unresolved.length &&
    a.unresolved.every(({ reference }, index) => reference === b.unresolved[index]?.reference) &&
    a.atoms.every((atom, index) => {
      const other = b.atoms[index];
      return other !== undefined && isSameDialect(atom, other) && isSameAtom(atom, other);
    });
};

interface Link {
  readonly a: Atom;
  readonly b: Atom;
}

const isSameDialect = (a: Atom, b: Atom): boolean => {
  const [one, other] = [a.document.dialect, b.document.dialect];
  return one.nullable === other.nullable && one.refSiblings === other.refSiblings && one.hides === other.hides;
};

/** Numbers for values, one for all that are equal. */
const numbering = (): ((json: Json) => number) => {
  const numbers = new Map<string, number>();
  const objects = new WeakMap<object, number>();
  const numberOf = (json: Json): number => {
    if (typeof json !== "object" || json === null) return numberFor(JSON.stringify(json));
    const before = objects.get(json);
    if (before !== undefined) return before;
    const number = numberFor(
      isList(json)
        ? `[${json.map(numberOf).join()}]`
        : `{${Object.entries(json)
            .map(([name, value]) => `${JSON.stringify(name)}:${numberOf(value)}`)
            .sort()
            .join()}}`,
    );
    objects.set(json, number);
    return number;
  };
  const numberFor = (text: string): number => {
    const before = numbers.get(text);
    if (before !== undefined) return before;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  return numberOf;
};

/** The references that stand anywhere in a value. */
const referencesIn = (): ((json: Json) => ReadonlySet<string>) => {
  const found = new WeakMap<object, ReadonlySet<string>>();
  const search = (json: Json): ReadonlySet<string> => {
    if (typeof json !== "object" || json === null) return none;
    const before = found.get(json);
    if (before !== undefined) return before;
    const own = new Set<string>();
    if (isObject(json)) {
      for (const keyword of ["$ref", "$dynamicRef", "$recursiveRef"]) {
        const reference = member(json, keyword);
        if (typeof reference === "string") own.add(reference);
      }
    }
    for (const value of Object.values(json)) for (const reference of search(value)) own.add(reference);
    const all = own.size === 0 ? none : own;
    found.set(json, all);
    return all;
  };
  return search;
};

const none: ReadonlySet<string> = new Set();
