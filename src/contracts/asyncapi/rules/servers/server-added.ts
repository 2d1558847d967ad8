import type { StructureRule } from "../../rule.ts";

/** One more place to connect to. */
export const serverAdded: StructureRule = {
  id: "asyncapi/server-added",
  level: "compatible",
  direction: null,

  *check({ servers }) {
    for (const { name, at } of servers.added) yield { at, message: `Server ${name} is new.` };
  },
};
