import type { Atom } from "../../schema/atom.ts";
import { finding, type SchemaRule } from "../../schema/goal.ts";
import { isObject, member, textOf } from "../../documents/json.ts";
import { placeName, pointerTo } from "../../documents/pointer.ts";

/** Another property tells which alternative is meant. */
export const discriminator: SchemaRule = {
  id: "discriminator",

  *check({ way, given, asked }) {
    const [old, current] = way === "narrowing" ? [given, asked] : [asked, given];
    const [was, now] = [discriminatorOf(old.atoms), discriminatorOf(current.atoms)];
    if (!was || !now || was.property === now.property) return;
    const message = `What ${placeName(now.at)} is was told by ${was.property}, and is told by ${now.property} now.`;
    yield finding("discriminator", now.at, message);
  },
};

/** `discriminator`: its property, and what its values stand for. In OpenAPI 2 it is the name of the property alone. */
export const discriminatorOf = (
  atoms: readonly Atom[],
): { readonly property: string; readonly mapping: ReadonlyMap<string, string>; readonly at: string } | undefined => {
  for (const { schema, pointer } of atoms) {
    const said = isObject(schema) ? member(schema, "discriminator") : undefined;
    const property = isObject(said) ? textOf(member(said, "propertyName")) : textOf(said);
    if (property === undefined) continue;
    const targets = isObject(said) ? member(said, "mapping") : undefined;
    const mapping = new Map(isObject(targets) ? Object.entries(targets).map(([value, target]) => [value, String(target)] as const) : []);
    return { property, mapping, at: pointerTo(pointer, "discriminator") };
  }
  return undefined;
};
