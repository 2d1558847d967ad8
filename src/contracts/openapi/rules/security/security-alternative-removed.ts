import { pointerTo } from "../../../documents/pointer.ts";
import { lostAccess, namesIn } from "./lost-access.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who came in that way stay outside. */
export const securityAlternativeRemoved: StructureRule = {
  id: "openapi/security-alternative-removed",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const lost of lostAccess(pair)) {
      if (lost.kind !== "alternative removed") continue;
      yield {
        at: pointerTo(lost.operation.current.at, "security"),
        message: `${namesIn(lost.given)} does not suffice to call ${lost.operation.name} any more.`,
      };
    }
  },
};
