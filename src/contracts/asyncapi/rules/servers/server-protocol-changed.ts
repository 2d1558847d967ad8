import { pointerTo } from "../../../documents/pointer.ts";
import type { StructureRule } from "../../rule.ts";

/** Clients speak another one. */
export const serverProtocolChanged: StructureRule = {
  id: "asyncapi/server-protocol-changed",
  level: "breaking",
  direction: null,

  *check({ servers }) {
    for (const { old, current } of servers.kept) {
      if (old.protocol === current.protocol) continue;
      const message = `Server ${current.name} spoke ${old.protocol ?? "no protocol"}, and speaks ${current.protocol ?? "no protocol"} now.`;
      yield { at: pointerTo(current.at, "protocol"), message };
    }
  },
};
