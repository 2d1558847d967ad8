import { finding, type SchemaRule } from "../../../schema/goal.ts";
import { isObject, member } from "../../../schema/json.ts";
import { placeName, pointerTo } from "../../../schema/pointer.ts";
import type { Atom } from "../../../schema/atom.ts";

/** Still there. Who uses it should look for something else. */
export const deprecated: SchemaRule = {
  id: "deprecated",
  remarks: true,

  *check({ way, given, asked }) {
    const [old, current] = way === "narrowing" ? [given, asked] : [asked, given];
    const now = current.atoms.find(isDeprecated);
    if (!now || old.atoms.some(isDeprecated)) return;
    yield finding("deprecated", pointerTo(now.pointer, "deprecated"), `${placeName(now.pointer)} is deprecated now.`, "compatible");
  },
};

const isDeprecated = ({ schema }: Atom): boolean => isObject(schema) && member(schema, "deprecated") === true;
