import { lostAccess } from "./lost-access.ts";
import { capital } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** A token needs more scopes than it did. */
export const securityScopeAdded: StructureRule = {
  id: "asyncapi/security-scope-added",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { name, at, direction, reason } of lostAccess(pair)) {
      if (reason.kind !== "scopes") continue;
      yield { at, direction, message: `${capital(name)}: ${reason.of} now has to be for ${reason.scopes.join(", ")}.` };
    }
  },
};
