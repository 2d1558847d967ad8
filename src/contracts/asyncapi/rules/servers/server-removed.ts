import type { StructureRule } from "../../rule.ts";

/** Who is connected there has to go elsewhere. */
export const serverRemoved: StructureRule = {
  id: "asyncapi/server-removed",
  level: "breaking",
  direction: null,

  *check({ servers }) {
    for (const { name, at } of servers.removed) yield { at, message: `Server ${name} was removed.` };
  },
};
