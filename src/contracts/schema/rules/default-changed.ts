import { finding, type SchemaRule } from "../goal.ts";
import { quoted, sameJson } from "../json.ts";
import { placeName } from "../pointer.ts";

/** Those who leave the value out now mean another one. No value is refused for it. */
export const defaultChanged: SchemaRule = {
  id: "default",
  remarks: true,

  *check({ way, g, a }) {
    const [given] = g.defaults;
    const [asked] = a.defaults;
    // Once is enough: the other way sees the same.
    if (way === "widening" || given === undefined || (asked && sameJson(given.value, asked.value))) return;
    const now = asked ? `is now ${quoted(asked.value)}` : "is gone now";
    const name = placeName(given.at);
    yield finding("default", asked?.at ?? given.at, `The default of ${name} was ${quoted(given.value)} and ${now}.`, "dangerous");
  },
};
