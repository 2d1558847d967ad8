import { lostAccess, wordsFor } from "./lost-access.ts";
import { capital } from "../../pair/words.ts";
import type { StructureRule } from "../../rule.ts";

/** Anyone was let in, and now only those who can show something. */
export const securityAdded: StructureRule = {
  id: "asyncapi/security-added",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { name, at, direction, reason } of lostAccess(pair)) {
      if (reason.kind !== "added") continue;
      yield { at, direction, message: `${capital(name)}: anyone was let in, and now clients need ${wordsFor(reason.asked)}.` };
    }
  },
};
