import { pointerTo } from "../../../documents/pointer.ts";
import { lostAccess } from "./lost-access.ts";
import type { StructureRule } from "../../rule.ts";

/** Tokens that were enough lack a scope. */
export const securityScopeAdded: StructureRule = {
  id: "openapi/security-scope-added",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const lost of lostAccess(pair)) {
      if (lost.kind !== "scope added") continue;
      yield {
        at: pointerTo(lost.operation.current.at, "security"),
        message: `${lost.operation.name} now needs the scope ${lost.scopes.join(" and ")} of ${lost.name}.`,
      };
    }
  },
};
