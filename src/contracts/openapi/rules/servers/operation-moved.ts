import { basePathOf } from "../../read/servers.ts";
import type { StructureRule } from "../../rule.ts";

/** One operation has servers of its own, or had, and is somewhere else below them. */
export const operationMoved: StructureRule = {
  id: "openapi/operation-moved",
  level: "breaking",
  direction: "request",

  *check({ before, after, operations }) {
    for (const { name, old, current } of operations.kept) {
      if (!old.servers && !current.servers) continue;
      const was = (old.servers ?? before.servers).map(basePathOf);
      const now = (current.servers ?? after.servers).map(basePathOf);
      if (was.some((base) => now.includes(base))) continue;
      yield {
        at: current.servers?.[0]?.at ?? current.at,
        message: `${name} was below ${was[0] || "/"}, and is below ${now[0] || "/"} now.`,
      };
    }
  },
};
