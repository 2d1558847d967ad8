import { objectIn } from "./loose-json.ts";

/**
 * What a package's `exports` (or, for "#names", `imports`) offer under a subpath such as "." or "./server": every target that some condition leads
 * to, those that source code would be found by first. Undefined when the map has no such entry. As in Node's documentation of packages.
 */
export const exportTargets = (map: unknown, subpath: string): string[] | undefined => {
  const entries = isSubpathMap(map) ? Object.entries(map) : [[".", map] as const];
  const exact = entries.find(([key]) => key === subpath);
  if (exact) return targetsOf(exact[1], "");
  const patterns = entries.filter(([key]) => key.includes("*")).sort(([a], [b]) => b.indexOf("*") - a.indexOf("*"));
  for (const [pattern, target] of patterns) {
    const star = starIn(pattern, subpath);
    if (star !== undefined) return targetsOf(target, star);
  }
  return undefined;
};

/** What the `*` of a pattern stands for in a name; undefined when the pattern does not fit. One without a star fits itself only. */
export const starIn = (pattern: string, name: string): string | undefined => {
  const [before = "", after] = pattern.split("*", 2);
  if (after === undefined) return pattern === name ? "" : undefined;
  const fits = name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return fits ? name.slice(before.length, name.length - after.length) : undefined;
};

const isSubpathMap = (map: unknown): map is Readonly<Record<string, unknown>> =>
  Object.keys(objectIn(map)).some((key) => /^[.#]/.test(key));

/** Conditions of one's own ("@acme/source") mostly lead to sources; of the known ones, types say most. */
const targetsOf = (target: unknown, star: string): string[] => {
  if (typeof target === "string") return [target.replaceAll("*", star)];
  if (Array.isArray(target)) return target.flatMap((one) => targetsOf(one, star));
  const conditions = Object.entries(objectIn(target)).map(([condition, inner], at) => ({ inner, rank: conditionRank(condition), at }));
  const ordered = conditions.sort((a, b) => a.rank - b.rank || a.at - b.at);
  return [...new Set(ordered.flatMap(({ inner }) => targetsOf(inner, star)))];
};

const knownConditions = ["source", "types", "import", "module", "require", "default"];
const otherConditions = new Set([
  "node",
  "browser",
  "development",
  "production",
  "worker",
  "react-native",
  "deno",
  "bun",
  "edge-light",
  "svelte",
]);

const conditionRank = (condition: string): number => {
  const rank = knownConditions.indexOf(condition);
  if (rank >= 0) return rank + 1;
  return otherConditions.has(condition) ? knownConditions.length + 1 : 0;
};
