import type { Json } from "../../../../base/canonical-json.ts";
import type { Atom } from "../../../schema/atom.ts";
import { flattened } from "../../../schema/conjunction.ts";
import { isObject, member } from "../../../documents/json.ts";
import { pointerTo } from "../../../documents/pointer.ts";

/** What is taken for a value that is left out, and where that stands. */
export const defaultOf = (schema: Atom | undefined): { readonly value: Json; readonly at: string } | undefined => {
  if (schema === undefined) return undefined;
  for (const atom of flattened([schema]).atoms) {
    const value = isObject(atom.schema) ? member(atom.schema, "default") : undefined;
    if (value !== undefined) return { value, at: pointerTo(atom.pointer, "default") };
  }
  return undefined;
};
