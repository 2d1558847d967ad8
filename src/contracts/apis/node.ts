import type { Json } from "../../base/canonical-json.ts";
import { type Atom, childOf } from "../schema/atom.ts";
import { referenceOf, targetOf } from "../schema/conjunction.ts";
import { isObject, member, textOf } from "../documents/json.ts";

/** Where references that lead nowhere are noted while a contract is read. */
export interface Opening {
  readonly unresolved: { reference: string; at: string }[];
}

/** What stands at a place, or what the reference there leads to. Undefined where it leads nowhere, which is noted. */
export const opened = (opening: Opening, node: Atom | undefined): Atom | undefined => {
  let at = node;
  for (let hop = 0; at !== undefined && hop < mostHops; hop += 1) {
    const reference = referenceOf(at);
    if (reference === undefined) return at;
    const target = targetOf(at, reference);
    if (target === undefined) opening.unresolved.push({ reference, at: at.pointer });
    at = target;
  }
  return undefined;
};

const mostHops = 50;

/** The objects under a keyword by name, each opened. */
export const openedMap = function* (opening: Opening, node: Atom | undefined, ...keywords: string[]): Generator<[string, Atom]> {
  const map = node && childOf(node, ...keywords);
  if (!map || !isObject(map.schema)) return;
  for (const name of Object.keys(map.schema)) {
    const child = opened(opening, childOf(map, name));
    if (child && isObject(child.schema)) yield [name, child];
  }
};

export const memberOf = (node: Atom, keyword: string): Json | undefined =>
  isObject(node.schema) ? member(node.schema, keyword) : undefined;

export const textIn = (node: Atom, keyword: string): string | undefined => textOf(memberOf(node, keyword));
