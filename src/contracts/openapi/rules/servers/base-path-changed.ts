import { basePathOf } from "../../read/servers.ts";
import type { StructureRule } from "../../rule.ts";

/** All operations are somewhere else below every server. */
export const basePathChanged: StructureRule = {
  id: "openapi/base-path-changed",
  level: "breaking",
  direction: "request",

  *check({ before, after, operations }) {
    const [old] = before.servers.map(basePathOf);
    const current = after.servers.map(basePathOf);
    if (old === undefined || before.servers.some((server) => current.includes(basePathOf(server)))) return;
    // The paths may have taken up what the servers gave up.
    if (operations.kept.some((kept) => `${old}${pathOf(kept.old.name)}` === `${current[0]}${pathOf(kept.current.name)}`)) return;
    yield { at: after.servers[0]?.at ?? "", message: `All paths began with ${old || "/"}, and now begin with ${current[0] || "/"}.` };
  },
};

const pathOf = (name: string): string => name.slice(name.indexOf(" ") + 1);
