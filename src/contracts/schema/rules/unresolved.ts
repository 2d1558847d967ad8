import { finding, type SchemaRule } from "../goal.ts";
import { quoted } from "../json.ts";

/** A reference to a text that was not handed in: what it asks for is not known. */
export const unresolved: SchemaRule = {
  id: "reference",

  *check({ given, asked }) {
    for (const { reference, at } of asked.unresolved) {
      if (given.unresolved.some((other) => other.reference === reference)) continue;
      yield finding("reference", at, `What ${quoted(reference)} refers to is not known.`, "dangerous");
    }
  },
};
