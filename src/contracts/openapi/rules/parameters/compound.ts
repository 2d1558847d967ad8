import type { Atom } from "../../../schema/atom.ts";
import { flattened } from "../../../schema/conjunction.ts";
import { isObject } from "../../../documents/json.ts";
import { typeBits, type Types, typesOf } from "../../../schema/types.ts";

/** Whether a value may be a list or an object. Where nothing is said, it may. */
export const canBeCompound = (schema: Atom | undefined): boolean => canBe(schema, typeBits.array | typeBits.object);

/**
 * Whether a value can look different in two styles: single values look the same in all, but for what `matrix` and `label` put before
 * them, and lists in those that differ only in whether they are exploded and put commas anyway.
 */
export const looksDifferent = (old: string, current: string, schema: Atom | undefined): boolean => {
  if (old === current) return false;
  const [was, now] = [old, current].map((style) => style.replace(", exploded", ""));
  if (was !== now && [was, now].some((style) => style === "matrix" || style === "label")) return true;
  return was === now && was === "simple" ? canBe(schema, typeBits.object) : canBeCompound(schema);
};

const canBe = (schema: Atom | undefined, wanted: Types): boolean => {
  if (schema === undefined) return false;
  const types = [...flattened([schema]).atoms].flatMap((atom) => (isObject(atom.schema) ? (typesOf(atom.schema) ?? []) : []));
  return types.every((type) => (type & wanted) !== 0);
};
