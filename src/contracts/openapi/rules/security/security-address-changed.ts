import { keptSchemes } from "./kept-schemes.ts";
import type { StructureRule } from "../../rule.ts";

/** Those who fetch a token go where nobody waits. A browser that is sent to log in may still be led on from there. */
export const securityAddressChanged: StructureRule = {
  id: "openapi/security-address-changed",
  level: "breaking",
  direction: "request",

  *check(pair) {
    for (const { old, current } of keptSchemes(pair)) {
      for (const [what, was] of old.addresses) {
        const now = current.addresses.get(what);
        if (now === was) continue;
        const isLogin = now !== undefined && what.startsWith("authorizationUrl");
        const message = `The ${what} of ${old.name} was ${was}, and ${now === undefined ? "is gone" : `is ${now} now`}.`;
        yield { at: current.at, message, level: isLogin ? "dangerous" : "breaking" };
      }
    }
  },
};
