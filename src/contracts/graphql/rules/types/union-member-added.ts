import type { ContractRule } from "../../../rule.ts";
import { keptTypes } from "../pairs.ts";
import type { Sdl } from "../../sdl/sdl.ts";

/** Consumers may receive an object of a type that they do not know. */
export const unionMemberAdded: ContractRule<Sdl> = {
  id: "graphql/union-member-added",
  level: "dangerous",

  *check(before, after) {
    for (const { at, old, current } of keptTypes(before, after, "union")) {
      for (const member of current.members) {
        if (old.members.has(member)) continue;
        yield {
          at,
          direction: "response",
          message: `${member} is now one of the types of union ${at}: consumers may receive an object that they do not know.`,
        };
      }
    }
  },
};
