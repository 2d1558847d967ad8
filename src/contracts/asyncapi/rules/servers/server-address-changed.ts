import { withoutNames } from "../../read/addresses.ts";
import type { Server } from "../../read/api.ts";
import type { StructureRule } from "../../rule.ts";

/** Who is connected to the old host or path finds nothing there, or not the same. */
export const serverAddressChanged: StructureRule = {
  id: "asyncapi/server-address-changed",
  level: "breaking",
  direction: null,

  *check({ servers }) {
    for (const { old, current } of servers.kept) {
      const hasOtherScheme = old.scheme !== undefined && current.scheme !== undefined && old.scheme !== current.scheme;
      if (!hasOtherScheme && withoutNames(old.host + old.pathname) === withoutNames(current.host + current.pathname)) continue;
      yield { at: current.at, message: `Server ${current.name} was at ${addressOf(old)}, and is at ${addressOf(current)} now.` };
    }
  },
};

const addressOf = ({ scheme, host, pathname }: Server): string => {
  const address = host + pathname;
  if (address === "") return "no address";
  return scheme === undefined ? address : `${scheme}://${address}`;
};
