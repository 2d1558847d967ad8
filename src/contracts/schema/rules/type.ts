import { finding, saying, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";
import { typeNames } from "../types.ts";

/** Values of a type that is not among the types any more. */
export const type: SchemaRule = {
  id: "type",

  *check(pair) {
    const { g, a } = pair;
    const lost = g.types & ~a.types;
    if (lost === 0 || a.refusedAt !== undefined || (a.typeAt === undefined && a.valuesAt !== undefined)) return;
    const at = a.typeAt ?? a.multiples[0]?.at ?? "";
    const name = placeName(at);
    yield finding(
      "type",
      at,
      saying(
        pair,
        `${name} was ${typeNames(g.types)}, and now has to be ${typeNames(a.types)}.`,
        `${name} was ${typeNames(a.types)}, and may now be ${typeNames(g.types)}.`,
      ),
    );
  },
};
