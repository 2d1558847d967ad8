import type { CodeTree } from "../code-tree.ts";
import { looseJson, objectIn, stringsIn } from "./loose-json.ts";
import { folderOf, joined, nameOf, upwards } from "../../base/paths.ts";
import { remembered } from "./remembered.ts";

/** What a tsconfig (or jsconfig) says about where modules are, with what it extends. Folders are seen from the root of the repository. */
export interface TsConfig {
  /** Patterns, and the paths they stand for. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  readonly baseUrl: string | null;
  readonly rootDir: string | null;
  readonly outDir: string | null;
  /** More folders than one are laid over each other. */
  readonly rootDirs: boolean;
}

/** Reads the tsconfigs of one version of the code, each once. */
export class TsConfigs {
  readonly #tree: CodeTree;
  readonly #byFolder = new Map<string, Promise<TsConfig | undefined>>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
  }

  /** Of the nearest folder upwards that has one. */
  async nearest(folder: string): Promise<TsConfig> {
    for (const above of upwards(folder)) {
      const config = await this.at(above);
      if (config) return config;
    }
    return none;
  }

  /** Of this very folder. */
  at(folder: string): Promise<TsConfig | undefined> {
    return remembered(this.#byFolder, folder, () => this.#readFolder(folder));
  }

  async #readFolder(folder: string): Promise<TsConfig | undefined> {
    const names = await this.#tree.entries(folder);
    const name =
      ["tsconfig.json", "jsconfig.json"].find((one) => names?.get(one) === "file") ??
      (folder === "" && names?.get("tsconfig.base.json") === "file" ? "tsconfig.base.json" : undefined);
    return name === undefined ? undefined : this.#read(joined(folder, name) ?? name, new Set());
  }

  async #read(path: string, seen: Set<string>): Promise<TsConfig> {
    const text = seen.has(path) ? undefined : await this.#tree.text(path);
    if (text === undefined) return none;
    seen.add(path);
    const config = objectIn(looseJson(text));
    let inherited = none;
    for (const base of stringsIn(config["extends"])) inherited = over(inherited, await this.#readBase(folderOf(path), base, seen));
    const own = over(inherited, ownPart(folderOf(path), objectIn(config["compilerOptions"])));
    // A config that only refers to others leaves it to them to say what the aliases are.
    return own.paths.length > 0 ? own : over(own, await this.#readReferenced(folderOf(path), config["references"], seen));
  }

  async #readBase(folder: string, base: string, seen: Set<string>): Promise<Partial<TsConfig>> {
    const path = base.startsWith(".") ? joined(folder, base) : undefined;
    if (path === undefined) return {};
    return this.#read((await this.#isFile(path)) ? path : `${path}.json`, seen);
  }

  async #readReferenced(folder: string, references: unknown, seen: Set<string>): Promise<Partial<TsConfig>> {
    const paths: TsConfig["paths"][number][] = [];
    for (const reference of [references].flat().flatMap((one) => stringsIn(objectIn(one)["path"]))) {
      const path = joined(folder, reference);
      // Projects in folders of their own have files of their own; those beside this one share its files.
      if (path === undefined || folderOf(path) !== folder || !nameOf(path).endsWith(".json")) continue;
      paths.push(...(await this.#read(path, seen)).paths);
    }
    return paths.length > 0 ? { paths } : {};
  }

  async #isFile(path: string): Promise<boolean> {
    return (await this.#tree.entries(folderOf(path)))?.get(nameOf(path)) === "file";
  }
}

const none: TsConfig = { paths: [], baseUrl: null, rootDir: null, outDir: null, rootDirs: false };

const over = (base: TsConfig, own: Partial<TsConfig>): TsConfig => ({
  paths: own.paths && own.paths.length > 0 ? own.paths : base.paths,
  baseUrl: own.baseUrl ?? base.baseUrl,
  rootDir: own.rootDir ?? base.rootDir,
  outDir: own.outDir ?? base.outDir,
  rootDirs: own.rootDirs === true || base.rootDirs,
});

const ownPart = (folder: string, options: Readonly<Record<string, unknown>>): Partial<TsConfig> => {
  const folderIn = (key: string): string | null => {
    const value = options[key];
    return typeof value === "string" ? (joined(folder, placed(value)) ?? null) : null;
  };
  const baseUrl = folderIn("baseUrl");
  const paths = Object.entries(objectIn(options["paths"])).map(([pattern, targets]) => ({
    pattern,
    targets: stringsIn(targets).flatMap((target) => joined(baseUrl ?? folder, placed(target)) ?? []),
  }));
  return { paths, baseUrl, rootDir: folderIn("rootDir"), outDir: folderIn("outDir"), rootDirs: Array.isArray(options["rootDirs"]) };
};

const placed = (path: string): string => path.replace(/^\$\{configDir\}\/?/, "./");
