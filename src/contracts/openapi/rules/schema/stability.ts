import { finding, type SchemaRule } from "../../../schema/goal.ts";
import { isObject, member } from "../../../documents/json.ts";
import { placeName, pointerTo } from "../../../documents/pointer.ts";
import type { Atom } from "../../../schema/atom.ts";
import { isLessStable } from "../lifecycle/stability-decreased.ts";

/** What was promised to stay is not promised any more. */
export const stability: SchemaRule = {
  id: "stability",
  remarks: true,

  *check({ way, given, asked }) {
    const [old, current] = way === "narrowing" ? [given, asked] : [asked, given];
    const [was, now] = [stabilityIn(old.atoms), stabilityIn(current.atoms)];
    if (!now || !isLessStable(now.level, was?.level)) return;
    yield finding("stability", now.at, `${placeName(now.at)} was ${was?.level ?? "stable"}, and is ${now.level} now.`);
  },
};

const stabilityIn = (atoms: readonly Atom[]): { readonly level: string; readonly at: string } | undefined => {
  for (const { schema, pointer } of atoms) {
    const level = isObject(schema) ? member(schema, "x-stability-level") : undefined;
    if (level !== undefined) return { level: String(level), at: pointerTo(pointer, "x-stability-level") };
  }
  return undefined;
};
