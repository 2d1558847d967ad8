import type { ContractRule } from "../../../rule.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Fragments on the member, where the union is expected, no longer validate. */
export const unionMemberRemoved: ContractRule<Sdl> = {
  id: "graphql/union-member-removed",
  level: "breaking",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "union")) {
      for (const member of old.members) {
        if (current.members.has(member)) continue;
        yield {
          at,
          direction: "response",
          message: `${member} is no longer one of the types of union ${at}: fragments on it no longer validate.`,
        };
      }
    }
  },
};
