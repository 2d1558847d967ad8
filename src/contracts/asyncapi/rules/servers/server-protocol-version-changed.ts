import { pointerTo } from "../../../documents/pointer.ts";
import type { StructureRule } from "../../rule.ts";

/** Clients speak another version. Where it is said for the first time, it is mostly the one that it has always been. */
export const serverProtocolVersionChanged: StructureRule = {
  id: "asyncapi/server-protocol-version-changed",
  level: "breaking",
  direction: null,

  *check({ servers }) {
    for (const { old, current } of servers.kept) {
      const [was, is] = [old.protocolVersion, current.protocolVersion];
      if (was === is) continue;
      const level = was === undefined || is === undefined ? "dangerous" : "breaking";
      const message = `Server ${current.name} spoke ${was ?? "any version"} of ${current.protocol ?? "its protocol"}, and speaks ${is ?? "any version"} now.`;
      yield { at: pointerTo(current.at, "protocolVersion"), level, message };
    }
  },
};
