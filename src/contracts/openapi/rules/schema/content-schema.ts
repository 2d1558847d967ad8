import { childOf } from "../../../schema/atom.ts";
import { finding, type Goal, saying, type SchemaRule } from "../../../schema/goal.ts";
import { placeName } from "../../../documents/pointer.ts";

/** What is written inside a string has a schema too. */
export const contentSchema: SchemaRule = {
  id: "content-schema",

  *check(pair) {
    const { given, asked, conjoin } = pair;
    const own = given.atoms.flatMap((atom) => childOf(atom, "contentSchema") ?? []);
    for (const atom of asked.atoms) {
      const wanted = childOf(atom, "contentSchema");
      if (!wanted) continue;
      if (own.length > 0) {
        yield { kind: "pair", given: conjoin(own), asked: conjoin([wanted]) } satisfies Goal;
        continue;
      }
      const what = placeName(wanted.pointer);
      const message = saying(pair, `What is written in ${what} now has a schema.`, `What is written in ${what} has no schema any more.`);
      yield finding("content-schema", wanted.pointer, message);
    }
  },
};
