import type { CodeTree } from "../code-tree.ts";
import { foldersMatching } from "./folder-globs.ts";
import { isIgnored } from "./git-ignored.ts";
import type { Module } from "./module-system.ts";
import { folderOf, isWithin, joined, upwards } from "../../base/paths.ts";
import { remembered } from "./remembered.ts";

/** Ties the packages that Go imports to folders, by the go.mod and go.work files above: see "Go Modules Reference". */
export class GoModules {
  readonly #tree: CodeTree;
  readonly #known = new Map<string, Promise<readonly GoModule[]>>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
  }

  async modulesOf(from: string, module: string): Promise<Module> {
    if (/^\.{1,2}\//.test(module)) return this.#packageIn(joined(folderOf(from), module) ?? "");
    const [owner] = (await this.#modulesFor(folderOf(from)))
      .filter(({ path }) => isWithin(module, path))
      .sort((a, b) => b.path.length - a.path.length);
    const folder = owner && joined(owner.folder, module.slice(owner.path.length));
    return folder === undefined ? { kind: "external" } : this.#packageIn(folder);
  }

  /** The files of a folder, tests among them or not. */
  async filesIn(folder: string, { tests }: { tests: boolean }): Promise<string[]> {
    const inside = [...((await this.#tree.entries(folder)) ?? [])];
    return inside
      .filter(([name, kind]) => kind === "file" && name.endsWith(".go") && !/^[._]/.test(name) && (tests || !name.endsWith("_test.go")))
      .map(([name]) => joined(folder, name) ?? name)
      .sort();
  }

  async #packageIn(folder: string): Promise<Module> {
    const files = await this.filesIn(folder, { tests: false });
    if (files.length > 0) return { kind: "files", files, folder };
    const tried = joined(folder, "*.go") ?? folder;
    if (await isIgnored(this.#tree, tried)) return { kind: "unknown", reason: "git ignores it, so it may be there all the same" };
    return { kind: "missing", tried: [folder] };
  }

  /** Modules that code in a folder sees: its own, those its own puts in the place of others, those of its workspace. */
  #modulesFor(folder: string): Promise<readonly GoModule[]> {
    return remembered(this.#known, folder, () => this.#readModules(folder));
  }

  async #readModules(folder: string): Promise<readonly GoModule[]> {
    const found: GoModule[] = [];
    for (const above of upwards(folder)) {
      const names = await this.#tree.entries(above);
      if (found.length === 0 && names?.get("go.mod") === "file") found.push(...(await this.#readModule(above)));
      if (names?.get("go.work") !== "file") continue;
      const used = directives((await this.#tree.text(joined(above, "go.work") ?? "")) ?? "", "use");
      for (const member of await foldersMatching(this.#tree, above, used)) found.push(...(await this.#readModule(member)).slice(0, 1));
    }
    return found;
  }

  /** The module of a folder, then those that it replaces by folders. */
  async #readModule(folder: string): Promise<GoModule[]> {
    const text = await this.#tree.text(joined(folder, "go.mod") ?? "");
    const [path] = directives(text ?? "", "module");
    if (text === undefined || path === undefined) return [];
    const replaced = directives(text, "replace").flatMap((line) => {
      const [, old = "", target = ""] = /^(\S+)(?:\s+v\S+)?\s*=>\s*(\.{1,2}\/\S*|\.{1,2})$/.exec(line) ?? [];
      const place = target === "" ? undefined : joined(folder, target);
      return place === undefined ? [] : [{ path: old, folder: place }];
    });
    return [{ path, folder }, ...replaced];
  }
}

interface GoModule {
  readonly path: string;
  readonly folder: string;
}

/** What follows a word in a go.mod or go.work file, on its line or in the lines of its block. */
const directives = (text: string, word: string): string[] => {
  const lines = text.split("\n").map((line) => line.replace(/\/\/.*$/, "").trim());
  const found: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (inside && line === ")") inside = false;
    else if (inside && line !== "") found.push(line);
    else if (new RegExp(`^${word}\\s*\\($`).test(line)) inside = true;
    else if (line.startsWith(`${word} `)) found.push(line.slice(word.length).trim());
  }
  return found.map((value) => value.replace(/^"(.*)"$/, "$1"));
};
