import { parse } from "smol-toml";
import type { CodeTree } from "../code-tree.ts";
import { foldersMatching } from "./folder-globs.ts";
import { objectIn, stringsIn } from "./loose-json.ts";
import { folderOf, isWithin, joined, nameOf, upwards } from "../../base/paths.ts";
import { remembered } from "./remembered.ts";

/** A package of Cargo's, by its folder. */
export interface RustPackage {
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Finds crates by their Cargo.toml, and the files of modules: see "Packages, Crates, and Modules" in Rust's book, "Cargo Targets" in Cargo's. */
export class RustCrates {
  readonly #tree: CodeTree;
  readonly #packages = new Map<string, Promise<RustPackage | undefined>>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
  }

  /** The file at the top of the crate that a file is in. */
  async rootOf(path: string): Promise<string | undefined> {
    const owner = await this.#around(folderOf(path));
    if (!owner) return;
    const told = toldRoot(owner, path);
    if (told !== undefined) return told;
    const below = path.slice(owner.folder === "" ? 0 : owner.folder.length + 1);
    // Each of these is a crate of its own, or stands in a folder that has one.
    if (/^(?:build\.rs|(?:tests|examples|benches|src\/bin)\/[^/]+\.rs)$/.test(below)) return path;
    const [, own] = /^((?:tests|examples|benches|src\/bin)\/[^/]+)\//.exec(below) ?? [];
    const main = own === undefined ? undefined : joined(owner.folder, `${own}/main.rs`);
    if (main !== undefined && (await this.#isFile(main))) return main;
    const [library, binary] = [await this.#library(owner), joined(owner.folder, "src/main.rs")];
    if (path === binary || library === undefined) return binary;
    return (await this.#declares(binary, library, path)) ? binary : library;
  }

  /** The file at the top of the library that code in a file knows by a name: a dependency in this repository, or its own package. */
  async libraryNamed(name: string, from: string): Promise<string | undefined> {
    const owner = await this.#around(folderOf(from));
    if (!owner) return;
    if (crateName(owner) === name) return this.#library(owner);
    for (const [key, value] of ["dependencies", "dev-dependencies", "build-dependencies"].flatMap((table) =>
      Object.entries(objectIn(owner.manifest[table])),
    )) {
      if (key.replaceAll("-", "_") !== name) continue;
      const path = objectIn(value)["path"];
      const folder = typeof path === "string" ? joined(owner.folder, path) : undefined;
      const linked = folder === undefined ? undefined : await this.#at(folder);
      if (linked) return this.#library(linked);
    }
    const member = (await this.#workspace(owner.folder)).find((one) => crateName(one) === name);
    return member && this.#library(member);
  }

  /** Whether code in a file knows a crate by that name which is not of this repository. True when no manifest tells. */
  async dependsOn(name: string, from: string): Promise<boolean> {
    const owner = await this.#around(folderOf(from));
    return !owner || sysroot.has(name) || dependenciesOf(owner.manifest).some(([key]) => key.replaceAll("-", "_") === name);
  }

  /** The file of a module that another one, at `path`, declares without a body; `inside` are the modules with a body around that. */
  async submodule(path: string, inside: readonly string[], name: string): Promise<string | undefined> {
    const root = (await this.rootOf(path)) === path;
    const folder = [modulesFolder(path, root), ...inside].filter((part) => part !== "").join("/");
    for (const file of [`${name}.rs`, `${name}/mod.rs`]) {
      const place = joined(folder, file);
      if (place !== undefined && place !== path && (await this.#isFile(place))) return place;
    }
  }

  /** The file that declares the module of a file. */
  async parentOf(path: string): Promise<string | undefined> {
    const root = await this.rootOf(path);
    if (root === undefined || root === path) return;
    const folder = nameOf(path) === "mod.rs" ? folderOf(folderOf(path)) : folderOf(path);
    if (folder === folderOf(root)) return root;
    for (const place of [`${folder}/mod.rs`, `${folder}.rs`]) if (await this.#isFile(place)) return place;
  }

  async #library(owner: RustPackage): Promise<string | undefined> {
    const told = objectIn(owner.manifest["lib"])["path"];
    const path = joined(owner.folder, typeof told === "string" ? told : "src/lib.rs");
    return path !== undefined && (await this.#isFile(path)) ? path : undefined;
  }

  /** Whether a file belongs to the program of a package rather than to its library. */
  async #declares(binary: string | undefined, library: string, path: string): Promise<boolean> {
    if (binary === undefined || path === library || !(await this.#isFile(binary))) return false;
    const [name = ""] = path
      .slice(folderOf(binary).length + 1)
      .replace(/\.rs$/, "")
      .split("/");
    const declaration = new RegExp(`^\\s*(?:pub(?:\\([^)]*\\))?\\s+)?mod\\s+${name.replace(/\W/g, "")}\\b`, "m");
    const [inLibrary, inBinary] = await Promise.all([this.#tree.text(library), this.#tree.text(binary)]);
    return declaration.test(inBinary ?? "") && !declaration.test(inLibrary ?? "");
  }

  async #around(folder: string): Promise<RustPackage | undefined> {
    for (const above of upwards(folder)) {
      const found = await this.#at(above);
      if (found?.manifest["package"] !== undefined) return found;
    }
  }

  async #workspace(folder: string): Promise<RustPackage[]> {
    for (const above of upwards(folder)) {
      const workspace = (await this.#at(above))?.manifest["workspace"];
      if (workspace === undefined) continue;
      const members = await foldersMatching(this.#tree, above, [".", ...stringsIn(objectIn(workspace)["members"])]);
      return (await Promise.all(members.map((member) => this.#at(member)))).filter((one) => one !== undefined);
    }
    return [];
  }

  #at(folder: string): Promise<RustPackage | undefined> {
    return remembered(this.#packages, folder, () => this.#read(folder));
  }

  async #read(folder: string): Promise<RustPackage | undefined> {
    if ((await this.#tree.entries(folder))?.get("Cargo.toml") !== "file") return;
    const text = await this.#tree.text(joined(folder, "Cargo.toml") ?? "");
    return { folder, manifest: objectIn(parsed(text ?? "")) };
  }

  async #isFile(path: string): Promise<boolean> {
    return (await this.#tree.entries(folderOf(path)))?.get(nameOf(path)) === "file";
  }
}

/** Where the modules that a file declares have their files. */
export const modulesFolder = (path: string, isRoot: boolean): string =>
  isRoot || /^(?:mod|lib|main)\.rs$/.test(nameOf(path)) ? folderOf(path) : path.replace(/\.rs$/, "");

const crateName = ({ manifest }: RustPackage): string => {
  const names = [objectIn(manifest["lib"])["name"], objectIn(manifest["package"])["name"]].filter((name) => typeof name === "string");
  return (names[0] ?? "").replaceAll("-", "_");
};

/** The file at the top of a program or test whose place the manifest tells, for what stands in the folder of one; beside a library the usual rules hold. */
const toldRoot = ({ folder, manifest }: RustPackage, path: string): string | undefined => {
  const targets = ["bin", "test", "example", "bench"].flatMap((table) => manifest[table] ?? []);
  const roots = targets.flatMap((target) => {
    const told = objectIn(target)["path"];
    return typeof told === "string" ? (joined(folder, told) ?? []) : [];
  });
  if (roots.includes(path)) return path;
  const usual = [folder, joined(folder, "src")];
  const around = roots.filter((root) => !usual.includes(folderOf(root)) && isWithin(path, folderOf(root)));
  return around.sort((a, b) => b.length - a.length)[0];
};

/** Crates that come with the compiler. */
const sysroot: ReadonlySet<string> = new Set(["std", "core", "alloc", "proc_macro", "test"]);

/** Those of all targets and for all purposes, by the names that code knows them by. */
const dependenciesOf = (manifest: Readonly<Record<string, unknown>>): [string, unknown][] => {
  const targets = Object.values(objectIn(manifest["target"])).map(objectIn);
  return [manifest, ...targets].flatMap((tables) =>
    ["dependencies", "dev-dependencies", "build-dependencies"].flatMap((table) => Object.entries(objectIn(tables[table]))),
  );
};

const parsed = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};
