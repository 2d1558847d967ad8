import { pointerTo } from "../../../documents/pointer.ts";
import { lostAccess } from "./lost-access.ts";
import type { StructureRule } from "../../rule.ts";

/** Under the same name, something else is asked for. */
export const securitySchemeChanged: StructureRule = {
  id: "openapi/security-scheme-changed",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const lost of lostAccess(pair)) {
      if (lost.kind !== "scheme changed") continue;
      yield {
        at: pointerTo(lost.operation.current.at, "security"),
        message: `${lost.operation.name} now needs ${lost.now} for ${lost.name}, and needed ${lost.was}.`,
      };
    }
  },
};
