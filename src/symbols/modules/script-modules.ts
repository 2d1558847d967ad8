import type { CodeTree } from "../code-tree.ts";
import { isIgnored } from "./git-ignored.ts";
import type { Module } from "./module-system.ts";
import { NpmPackages } from "./npm-packages.ts";
import { findPackageScript, importTargets } from "./npm-sources.ts";
import { starIn } from "./package-exports.ts";
import { folderOf, joined } from "../../base/paths.ts";
import { findScript, isAssetPath, type ScriptFile, scriptPaths } from "./script-files.ts";
import { type TsConfig, TsConfigs } from "./tsconfig.ts";
import { remembered } from "./remembered.ts";

/** Ties the modules that scripts name to files: as TypeScript does for what it would compile, and bundlers for what they would pack. */
export class ScriptModules {
  readonly #tree: CodeTree;
  readonly #known = new Map<string, Promise<Module>>();
  readonly #packages: NpmPackages;
  readonly #configs: TsConfigs;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#packages = new NpmPackages(tree);
    this.#configs = new TsConfigs(tree);
  }

  modulesOf(from: string, module: string): Promise<Module> {
    return remembered(this.#known, `${folderOf(from)} ${module}`, () => this.#find(folderOf(from), module));
  }

  async #find(folder: string, module: string): Promise<Module> {
    // "./icon.svg?raw", "style-loader!./a.css": for a bundler's loader, not for us.
    if (/[?!]/.test(module)) return external;
    if (/^\.{1,2}(?:\/|$)/.test(module)) return this.#relative(folder, module);
    if (/^(?:\/|[a-z][a-z+.-]*:)/i.test(module)) return external;
    if (module.startsWith("#")) return this.#ownImport(folder, module);
    return (
      (await this.#alias(folder, module)) ?? (await this.#package(folder, module)) ?? (await this.#usualAlias(folder, module)) ?? external
    );
  }

  async #relative(folder: string, module: string): Promise<Module> {
    const path = joined(folder, module);
    if (path === undefined) return unknown(`${module} leads out of the repository`);
    const found = moduleOf(await this.#findAt(path));
    if (found) return found;
    if (isAssetPath(path)) return unknown("files of its kind are not read");
    if ((await this.#configs.nearest(folder)).rootDirs) return unknown("the folders in rootDirs are laid over each other");
    return this.#missing(scriptPaths(path));
  }

  /** A file, or a folder with a manifest or an index. */
  async #findAt(path: string): Promise<ScriptFile> {
    const found = await findScript(this.#tree, path);
    if (found.kind !== "none" && folderOf(pathOf(found)) !== path) return found;
    const inside = await this.#packages.around(path);
    if (inside?.folder !== path || path === "") return found;
    const main = await findPackageScript(this.#tree, inside, ".", await this.#configs.at(path));
    return main.kind === "none" ? found : main;
  }

  async #missing(tried: readonly string[]): Promise<Module> {
    for (const path of tried) {
      if (await isIgnored(this.#tree, path)) return unknown("git ignores it, so it may be there all the same");
    }
    return { kind: "missing", tried };
  }

  async #ownImport(folder: string, module: string): Promise<Module> {
    const owner = await this.#packages.around(folder);
    const targets = owner && importTargets(owner, module);
    if (!owner || !targets) return (await this.#alias(folder, module)) ?? external;
    for (const target of targets) {
      if (!target.startsWith("./")) return (await this.#package(folder, target)) ?? external;
      const found = moduleOf(await findPackageScript(this.#tree, { ...owner, manifest: {} }, target, await this.#configs.at(owner.folder)));
      if (found) return found;
    }
    return unknown(`${module} leads to nothing that is in the tree`);
  }

  /** By `paths` and `baseUrl`; undefined when they say nothing about the name. */
  async #alias(folder: string, module: string): Promise<Module | undefined> {
    const config = await this.#configs.nearest(folder);
    const tried = aliasPaths(config, module);
    for (const path of tried.paths) {
      const found = moduleOf(await this.#findAt(path));
      if (found) return found;
    }
    const [first = module] = module.split("/");
    const below = config.baseUrl === null ? undefined : joined(config.baseUrl, first);
    const inside = below !== undefined && first !== module && (await this.#tree.entries(below)) !== undefined;
    if (!inside && !tried.own) return undefined;
    if ((await this.#packages.dependsOn(packageName(module), folder)) || (await this.#packages.named(packageName(module), folder)))
      return undefined;
    return isAssetPath(module) ? unknown("files of its kind are not read") : this.#missing(tried.paths.flatMap(scriptPaths));
  }

  async #package(folder: string, module: string): Promise<Module | undefined> {
    const name = packageName(module);
    const owner = await this.#packages.named(name, folder);
    if (!owner) return undefined;
    const subpath = `.${module.slice(name.length)}`;
    const found = moduleOf(await findPackageScript(this.#tree, owner, subpath, await this.#configs.at(owner.folder)));
    return found ?? unknown(`what ${module} leads to is built, and where from is not known`);
  }

  /** "@/…" and "~/…" mean the sources wherever a bundler is told so; where, only its program text says. */
  async #usualAlias(folder: string, module: string): Promise<Module | undefined> {
    const [, rest] = /^[@~]\/(.+)$/.exec(module) ?? [];
    const owner = rest === undefined ? undefined : await this.#packages.around(folder);
    const path = owner && joined(owner.folder, `src/${rest}`);
    return path === undefined ? undefined : moduleOf(await this.#findAt(path));
  }
}

const external: Module = { kind: "external" };
const unknown = (reason: string): Module => ({ kind: "unknown", reason });

const pathOf = (found: ScriptFile): string => (found.kind === "script" ? found.path : "");

const moduleOf = (found: ScriptFile): Module | undefined => {
  if (found.kind === "none") return undefined;
  return found.kind === "asset" ? external : { kind: "files", files: [found.path], folder: null };
};

/** Where an alias leads, and whether it is one of the project's own: a pattern that fits everything says nothing about that. */
const aliasPaths = ({ paths, baseUrl }: TsConfig, module: string): { paths: string[]; own: boolean } => {
  const fitting = paths
    .map(({ pattern, targets }) => ({ pattern, targets, star: starIn(pattern, module) }))
    .filter(({ star }) => star !== undefined)
    .sort((a, b) => b.pattern.length - a.pattern.length);
  const [best] = fitting;
  const told = best ? best.targets.map((target) => target.replace("*", best.star ?? "")) : [];
  const below = baseUrl === null ? undefined : joined(baseUrl, module);
  return { paths: [...told, ...(below === undefined ? [] : [below])], own: best !== undefined && best.pattern !== "*" };
};

/** "@scope/name/sub" is a part of "@scope/name". */
const packageName = (module: string): string => module.split("/", module.startsWith("@") ? 2 : 1).join("/");
