import { finding, saying, type SchemaRule } from "../goal.ts";
import { quoted } from "../../documents/json.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeBits } from "../types.ts";

/** What a string holds, and how it is written. An annotation, but a reader who decodes goes by it. */
export const content: SchemaRule = {
  id: "content",

  *check(pair) {
    const { g, a } = pair;
    if (!(g.types & typeBits.string)) return;
    for (const { value, at } of a.contents) {
      if (g.contents.some((other) => other.value === value)) continue;
      const message = saying(pair, `${placeName(at)} now holds ${quoted(value)}.`, `${placeName(at)} no longer holds ${quoted(value)}.`);
      yield finding("content", at, message, "dangerous");
    }
  },
};
