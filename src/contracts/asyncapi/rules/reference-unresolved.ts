import type { StructureRule } from "../rule.ts";

/** What stands behind it is not among the files, so nobody knows what it promises. */
export const referenceUnresolved: StructureRule = {
  id: "asyncapi/reference-unresolved",
  level: "dangerous",
  direction: null,

  *check({ before, after }) {
    const known = new Set(before.unresolved.map(({ reference }) => reference));
    for (const { reference, at } of after.unresolved) {
      if (!known.has(reference)) yield { at, message: `What ${reference} refers to is not known.` };
    }
  },
};
