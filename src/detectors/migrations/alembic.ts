import type { ChainedTool } from "./chained-tool.ts";

/** `versions/1975ea83b712_title.py` with `revision` and `down_revision`. A revision with a branch label means to be an end of its own. */
export const alembic: ChainedTool = {
  name: "Alembic",
  join: "alembic merge heads",

  sequenceOf: (path) => /^((?:.*\/)?versions)\/(?:[^/]+\/)*\w[^/]*\.py$/.exec(path)?.[1],

  read(_path, text) {
    const code = text.replace(/^\s*#.*$/gm, "");
    const [, name] = /^revision\b[^=\n]*=\s*["']([^"']+)["']/m.exec(code) ?? [];
    const [, value] = /^down_revision\b[^=\n]*=\s*(None\b|["'][^"'\n]*["']|\([^)]*\)|\[[^\]]*\])/m.exec(code) ?? [];
    if (name === undefined || value === undefined || /^branch_labels\b[^=\n]*=\s*["'([]/m.test(code)) return undefined;
    return { name, after: [...value.matchAll(/["']([^"']+)["']/g)].map(([, parent = ""]) => parent) };
  },
};
