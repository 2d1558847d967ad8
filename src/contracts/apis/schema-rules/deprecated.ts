import { finding, type SchemaRule } from "../../schema/goal.ts";
import { isObject, member } from "../../documents/json.ts";
import { placeName, pointerTo } from "../../documents/pointer.ts";
import type { Atom } from "../../schema/atom.ts";

/** Still there. Who uses it should look for something else. */
export const deprecated: SchemaRule = {
  id: "deprecated",
  remarks: true,

  *check({ way, given, asked, g, a }) {
    const [old, current] = way === "narrowing" ? [given, asked] : [asked, given];
    const now = current.atoms.find(isDeprecated);
    if (!now || old.atoms.some(isDeprecated)) return;
    // Of alternatives, only the one that it was before can tell.
    if (g.choices.length + a.choices.length > 0 && !old.atoms.some(({ pointer }) => pointer === now.pointer)) return;
    yield finding("deprecated", pointerTo(now.pointer, "deprecated"), `${placeName(now.pointer)} is deprecated now.`, "compatible");
  },
};

const isDeprecated = ({ schema }: Atom): boolean => isObject(schema) && member(schema, "deprecated") === true;
