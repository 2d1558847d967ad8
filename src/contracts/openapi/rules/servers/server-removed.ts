import type { StructureRule } from "../../rule.ts";

/** It may go on answering, but that is not promised any more. */
export const serverRemoved: StructureRule = {
  id: "openapi/server-removed",
  level: "dangerous",
  direction: null,

  *check({ before, after }) {
    const urls = new Set(after.servers.map(({ url }) => url));
    for (const { url, at } of before.servers) if (url !== "" && !urls.has(url)) yield { at, message: `The server ${url} is gone.` };
  },
};
