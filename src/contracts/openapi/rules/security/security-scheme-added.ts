import { pointerTo } from "../../../documents/pointer.ts";
import { lostAccess } from "./lost-access.ts";
import type { StructureRule } from "../../rule.ts";

/** What sufficed does so only with something more. */
export const securitySchemeAdded: StructureRule = {
  id: "openapi/security-scheme-added",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const lost of lostAccess(pair)) {
      if (lost.kind !== "scheme added") continue;
      yield {
        at: pointerTo(lost.operation.current.at, "security"),
        message: `${lost.operation.name} now needs ${lost.names.join(" and ")} as well.`,
      };
    }
  },
};
