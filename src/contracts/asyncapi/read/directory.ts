import type { Atom } from "../../schema/atom.ts";
import { print } from "../../documents/json.ts";

/** Tells what is meant by what stands in the place of a name: the thing itself, or a copy, as tools leave it that resolve references. */
export interface Directory<T> {
  find(node: Atom): T | undefined;
  add(node: Atom, thing: T): void;
}

export const directory = <T>(): Directory<T> => {
  const things = new Map<Atom, T>();
  const copies = new Map<string, T>();
  return {
    find: (node) => things.get(node) ?? (copies.size === 0 ? undefined : copies.get(print(node.schema))),
    add(node, thing) {
      things.set(node, thing);
      const text = print(node.schema);
      if (!copies.has(text)) copies.set(text, thing);
    },
  };
};
