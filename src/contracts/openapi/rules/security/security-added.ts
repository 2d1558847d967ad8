import { pointerTo } from "../../../documents/pointer.ts";
import { lostAccess, namesIn } from "./lost-access.ts";
import type { StructureRule } from "../../rule.ts";

/** Anyone could call it, and now only those who can show something. */
export const securityAdded: StructureRule = {
  id: "openapi/security-added",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const lost of lostAccess(pair)) {
      if (lost.kind !== "added") continue;
      yield {
        at: pointerTo(lost.operation.current.at, "security"),
        message: `${lost.operation.name} could be called by anyone, and now needs ${namesIn(lost.asked)}.`,
      };
    }
  },
};
