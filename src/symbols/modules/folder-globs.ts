import type { CodeTree } from "../code-tree.ts";
import { joined } from "../../base/paths.ts";

/**
 * Folders that patterns such as "packages/*" or "apps/**" mean, as lists of workspace members have them; what a pattern with "!" fits is left out.
 * `**` goes down four folders at most.
 */
export const foldersMatching = async (tree: CodeTree, folder: string, patterns: readonly string[]): Promise<string[]> => {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const excludes = pattern.startsWith("!");
    const parts = pattern.slice(excludes ? 1 : 0).split("/");
    for (const one of await matching(
      tree,
      folder,
      parts.filter((part) => part !== "" && part !== "."),
    )) {
      if (excludes) found.delete(one);
      else found.add(one);
    }
  }
  return [...found];
};

const matching = async (tree: CodeTree, folder: string, [part, ...rest]: readonly string[], depth = 0): Promise<string[]> => {
  if (part === undefined) return [folder];
  if (!part.includes("*")) {
    const next = joined(folder, part);
    return next === undefined ? [] : matching(tree, next, rest, depth);
  }
  const inside = [...((await tree.entries(folder)) ?? [])].filter(([name, kind]) => kind === "folder" && !skipped.test(name));
  const found = part === "**" ? await matching(tree, folder, rest, depth) : [];
  for (const [name] of inside) {
    const next = joined(folder, name) ?? name;
    if (part === "**") found.push(...(depth < 4 ? await matching(tree, next, [part, ...rest], depth + 1) : []));
    else if (fits(name, part)) found.push(...(await matching(tree, next, rest, depth)));
  }
  return found;
};

const skipped = /^(?:\.|node_modules$)/;

const fits = (name: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(name);
