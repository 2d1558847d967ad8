import { finding, type SchemaRule } from "../goal.ts";
import { quoted, sameJson } from "../../documents/json.ts";
import { placeName, pointerTo } from "../../documents/pointer.ts";

/** Those who leave the value out now mean another one. No value is refused for it. */
export const defaultChanged: SchemaRule = {
  id: "default",
  remarks: true,

  *check({ way, asked: { atoms }, g, a }) {
    const [given] = g.defaults;
    const [asked] = a.defaults;
    // Once is enough: the other way sees the same.
    if (way === "widening" || given === undefined || (asked && sameJson(given.value, asked.value))) return;
    // An alternative has a default of its own, and another one has none or another.
    if (g.choices.length > 0 && !atoms.some(({ pointer }) => pointerTo(pointer, "default") === given.at)) return;
    const now = asked ? `is now ${quoted(asked.value)}` : "is gone now";
    const name = placeName(given.at);
    yield finding("default", asked?.at ?? given.at, `The default of ${name} was ${quoted(given.value)} and ${now}.`, "dangerous");
  },
};
