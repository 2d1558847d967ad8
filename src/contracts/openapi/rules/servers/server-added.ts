import type { StructureRule } from "../../rule.ts";

/** Another place to call. */
export const serverAdded: StructureRule = {
  id: "openapi/server-added",
  level: "compatible",
  direction: null,

  *check({ before, after }) {
    const urls = new Set(before.servers.map(({ url }) => url));
    for (const { url, at } of after.servers) if (url !== "" && !urls.has(url)) yield { at, message: `The server ${url} is new.` };
  },
};
