import { lostAccess, wordsFor } from "./lost-access.ts";
import { capital } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** What clients could show does not let them in any more. */
export const securityAlternativeRemoved: StructureRule = {
  id: "asyncapi/security-alternative-removed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { name, at, direction, given, reason } of lostAccess(pair)) {
      if (reason.kind !== "removed") continue;
      yield { at, direction, message: `${capital(name)}: ${wordsFor(given)} sufficed, and does not any more.` };
    }
  },
};
