import type { CodeTree } from "../code-tree.ts";
import { isWithin, joined, upwards, folderOf } from "../../base/paths.ts";

/**
 * Whether the .gitignore files of a tree keep a path out of it: then it may well be there when the code runs, generated or built. As in
 * gitignore(5), without what a user ignores on one machine.
 */
export const isIgnored = async (tree: CodeTree, path: string): Promise<boolean> => {
  const rules: Rule[] = [];
  for (const folder of upwards(folderOf(path)).reverse()) {
    if ((await tree.entries(folder))?.get(".gitignore") !== "file") continue;
    const text = (await tree.text(joined(folder, ".gitignore") ?? "")) ?? "";
    rules.push(...text.split(/\r?\n/).flatMap((line) => ruleOf(folder, line) ?? []));
  }
  // What is in an ignored folder stays ignored, whatever is said of it by itself.
  return upwards(path).some((one) => one !== "" && verdict(rules, one, one !== path));
};

interface Rule {
  readonly folder: string;
  readonly pattern: RegExp;
  readonly foldersOnly: boolean;
  readonly ignores: boolean;
}

const ruleOf = (folder: string, line: string): Rule | undefined => {
  const [, not = "", body = ""] = /^(!?)(.*?)\s*$/.exec(line) ?? [];
  if (body === "" || body.startsWith("#")) return;
  const bare = body.replace(/\/$/, "");
  const anchored = bare.includes("/");
  return { folder, pattern: patternOf(bare.replace(/^\//, ""), anchored), foldersOnly: body.endsWith("/"), ignores: not === "" };
};

const patternOf = (glob: string, anchored: boolean): RegExp => {
  const body = glob.replace(/\\(.)|\*\*\/|\/\*\*$|\*+|\?|\[[^\]]+\]|[.+^${}()|\\[\]]/g, (token, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (token === "**/") return "(?:.*/)?";
    if (token === "/**") return "/.*";
    if (token.startsWith("*")) return "[^/]*";
    if (token === "?") return "[^/]";
    return token.length > 1 ? token.replace(/^\[!/, "[^") : `\\${token}`;
  });
  try {
    return new RegExp(`^${anchored ? "" : "(?:.*/)?"}${body}$`);
  } catch {
    return /^(?!)/;
  }
};

const verdict = (rules: readonly Rule[], path: string, isFolder: boolean): boolean => {
  let ignored = false;
  for (const { folder, pattern, foldersOnly, ignores } of rules) {
    if (!isWithin(path, folder) || path === folder || (foldersOnly && !isFolder)) continue;
    if (pattern.test(folder === "" ? path : path.slice(folder.length + 1))) ignored = ignores;
  }
  return ignored;
};
