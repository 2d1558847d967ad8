import { pointerTo } from "../../../documents/pointer.ts";
import type { StructureRule } from "../../rule.ts";
import { capital } from "../../pair/words.ts";
import { guarded } from "./guarded.ts";

/** Those who log in or fetch a token go where nobody waits: nothing says that the old address leads on. */
export const securityAddressChanged: StructureRule = {
  id: "asyncapi/security-address-changed",
  level: "breaking",
  direction: null,

  *check(pair) {
    for (const { name, at, direction, before, after } of guarded(pair)) {
      for (const [means, { addresses }] of before.flatMap((way) => [...way])) {
        const others = after.flatMap((way) => way.get(means) ?? []);
        for (const [what, was] of others.length > 0 ? addresses : []) {
          if (others.some((other) => other.addresses.get(what) === was)) continue;
          const now = others.flatMap((other) => other.addresses.get(what) ?? [])[0];
          const message = `${capital(name)}: the ${what} was ${was}, and ${now === undefined ? "is gone" : `is ${now} now`}.`;
          yield { at: pointerTo(at, "security"), direction, message };
        }
      }
    }
  },
};
