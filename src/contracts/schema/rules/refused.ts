import { finding, saying, type SchemaRule } from "../goal.ts";
import { placeName } from "../../documents/pointer.ts";

/** The schema `false`: nothing is right any more. */
export const refused: SchemaRule = {
  id: "refused",

  *check(pair) {
    const at = pair.a.refusedAt;
    if (at === undefined) return;
    yield finding(
      "refused",
      at,
      saying(pair, `${placeName(at)} is refused now, whatever it is.`, `${placeName(at)} was refused, and can be there now.`),
    );
  },
};
