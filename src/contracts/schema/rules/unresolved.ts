import { finding, type SchemaRule } from "../goal.ts";
import { quoted } from "../../documents/json.ts";

/** A reference to a text that was not handed in: what stands there is not known, so nothing is known to be refused. */
export const unresolved: SchemaRule = {
  id: "reference",
  remarks: true,

  *check({ given, asked }) {
    for (const [own, others] of [
      [asked.unresolved, given.unresolved],
      [given.unresolved, asked.unresolved],
    ] as const) {
      for (const { reference, at } of own) {
        if (others.some((other) => other.reference === reference)) continue;
        yield finding("reference", at, `What ${quoted(reference)} refers to is not known.`, "dangerous");
      }
    }
  },
};
