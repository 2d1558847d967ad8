import type { ContractRule } from "../../../rule.ts";
import { keptFields } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";
import { isWithin, typeText } from "../../sdl/type-reference.ts";

/** Consumers receive something else than they are ready for; unless it only became non-null. */
export const fieldTypeChanged: ContractRule<Sdl> = {
  id: "graphql/field-type-changed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptFields(before, after)) {
      const [was, is] = [typeText(old.type), typeText(current.type)];
      if (was === is || old.external || current.external) continue;
      const safe = isWithin(current.type, old.type);
      const consequence = safe
        ? "nulls come less often"
        : isWithin(old.type, current.type)
          ? "nulls may come where none did"
          : `whoever expects ${was} receives something else`;
      yield {
        at,
        direction: "response",
        level: safe ? "compatible" : "breaking",
        message: `Field ${at} changed type from ${was} to ${is}: ${consequence}.`,
      };
    }
  },
};
