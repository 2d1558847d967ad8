import type { Atom } from "../../../schema/atom.ts";
import { flattened } from "../../../schema/conjunction.ts";
import { isObject } from "../../../schema/json.ts";
import { typeBits, typesOf } from "../../../schema/types.ts";

/** Whether a value may be a list or an object. Where nothing is said, it may. */
export const canBeCompound = (schema: Atom | undefined): boolean => {
  if (schema === undefined) return false;
  const types = [...flattened([schema]).atoms].flatMap((atom) => (isObject(atom.schema) ? (typesOf(atom.schema) ?? []) : []));
  return types.every((type) => (type & (typeBits.array | typeBits.object)) !== 0);
};
