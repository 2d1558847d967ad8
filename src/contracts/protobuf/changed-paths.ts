import type { FileNode } from "./syntax/nodes.ts";

/** Paths of files that are not the same object in both versions, and of all that import one of those: only there can a declaration have changed. */
export const changedPaths = (before: ReadonlyMap<string, FileNode>, after: ReadonlyMap<string, FileNode>): ReadonlySet<string> => {
  const importers = new Map<string, string[]>();
  const queue: string[] = [];
  for (const [path, node] of [...before, ...after]) {
    if (before.get(path) !== after.get(path)) queue.push(path);
    for (const imported of node.imports) {
      const others = importers.get(imported.path);
      if (others) others.push(path);
      else importers.set(imported.path, [path]);
    }
  }
  const changed = new Set<string>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (changed.has(path)) continue;
    changed.add(path);
    for (const importer of importers.get(path) ?? []) queue.push(importer);
  }
  return changed;
};
