import { finding, type SchemaRule } from "../../../schema/goal.ts";
import { isList, isObject, member, membership, quoted } from "../../../documents/json.ts";
import { placeName, pointerTo } from "../../../documents/pointer.ts";
import type { Atom } from "../../../schema/atom.ts";
import type { Json } from "../../../../base/canonical-json.ts";

/** A value that could be sent is not listed any more in `x-extensible-enum`, the list that those who receive know will grow. */
export const extensibleEnum: SchemaRule = {
  id: "extensible-enum",

  *check({ way, given, asked }) {
    const [old, current] = [listIn(given.atoms), listIn(asked.atoms)];
    if (way === "widening" || !old || !current) return;
    const isListed = membership(current.values);
    for (const value of old.values) {
      if (isListed(value)) continue;
      yield finding("extensible-enum", current.at, `${placeName(current.at)} may no longer be ${quoted(value)}.`);
    }
  },
};

const listIn = (atoms: readonly Atom[]): { readonly values: readonly Json[]; readonly at: string } | undefined => {
  for (const { schema, pointer } of atoms) {
    const values = isObject(schema) ? member(schema, "x-extensible-enum") : undefined;
    if (isList(values)) return { values, at: pointerTo(pointer, "x-extensible-enum") };
  }
  return undefined;
};
