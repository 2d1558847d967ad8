import type { CodeTree } from "../code-tree.ts";
import { stringsIn } from "./loose-json.ts";
import type { NpmPackage } from "./npm-packages.ts";
import { exportTargets } from "./package-exports.ts";
import { isWithin, joined, nameOf } from "../../base/paths.ts";
import { findScript, type ScriptFile } from "./script-files.ts";
import type { TsConfig } from "./tsconfig.ts";

/**
 * The script that a package offers under a subpath ("." or "./server"). Where its manifest names something that is built and not in the tree,
 * the source of it: by the package's own `rootDir` and `outDir`, or else where sources are by convention.
 */
export const findPackageScript = async (
  tree: CodeTree,
  owner: NpmPackage,
  subpath: string,
  config: TsConfig | undefined,
): Promise<ScriptFile> => {
  for (const target of targetsIn(owner, subpath)) {
    const path = joined(owner.folder, target);
    if (path === undefined) continue;
    const places = [
      ...sourcesOf(owner.folder, path, config),
      path,
      ...(subpath === "." && isBuilt(owner.folder, path) ? mainSources(owner) : []),
    ];
    const found = await firstScript(tree, places);
    if (found.kind !== "none") return found;
  }
  return firstScript(
    tree,
    subpath === "." ? mainSources(owner) : [joined(owner.folder, subpath) ?? "", joined(owner.folder, `src/${subpath}`) ?? ""],
  );
};

/** The script that a package means by one of its own "#names"; undefined when it has no such name. */
export const importTargets = ({ manifest }: NpmPackage, name: string): string[] | undefined =>
  exportTargets(manifest["imports"] ?? {}, name);

const targetsIn = ({ manifest }: NpmPackage, subpath: string): string[] => {
  if (manifest["exports"] !== undefined) return exportTargets(manifest["exports"], subpath) ?? [];
  if (subpath !== ".") return [subpath];
  return ["source", "types", "typings", "module", "main"].flatMap((field) => stringsIn(manifest[field]));
};

const firstScript = async (tree: CodeTree, paths: readonly string[]): Promise<ScriptFile> => {
  for (const path of paths) {
    const found = await findScript(tree, path);
    if (found.kind !== "none") return found;
  }
  return { kind: "none" };
};

const buildFolders = new Set([
  "dist",
  "build",
  "lib",
  "out",
  "output",
  "es",
  "esm",
  "cjs",
  "types",
  "typings",
  "temp",
  "release",
  "compiled",
  "bundle",
  "dts",
]);
const sourceFolders = ["src", "source", "lib", ""];

const isBuilt = (folder: string, path: string): boolean => buildFolders.has(partsBelow(folder, path)[0] ?? "");

const partsBelow = (folder: string, path: string): string[] => path.slice(folder === "" ? 0 : folder.length + 1).split("/");

/** Where the source of a built file may be, likeliest first. */
const sourcesOf = (folder: string, path: string, config: TsConfig | undefined): string[] => {
  const stem = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
  const [first = "", ...parts] = partsBelow(folder, stem);
  const places: (string | undefined)[] = [];
  if (config?.outDir && isWithin(path, config.outDir)) {
    const below = stem.slice(config.outDir.length);
    places.push(joined(config.rootDir ?? `${folder}/src`, below), joined(folder, below));
  }
  if (buildFolders.has(first)) {
    const rests = parts.length > 1 ? [parts, parts.slice(1)] : [parts];
    const sources = sourceFolders.filter((source) => source !== first);
    places.push(...rests.flatMap((rest) => sources.map((source) => joined(folder, [source, ...rest].join("/")))));
  }
  return places.filter((one): one is string => one !== undefined && one !== path && one !== folder);
};

const mainSources = ({ folder, name }: NpmPackage): string[] =>
  ["src/index", "src/main", `src/${nameOf(name ?? "index")}`, "source/index", "lib/index", "index", "main"].flatMap(
    (path) => joined(folder, path) ?? [],
  );
