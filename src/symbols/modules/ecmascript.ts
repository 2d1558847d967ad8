import type { Definition, Export, FileFacts } from "../../model/code.ts";
import { type CodeTree, isRead } from "../code-tree.ts";
import { exportsNamed, importsBinding } from "../facts-index.ts";
import type { Asked, Found, ImportStatement, Module, ModuleFiles, ModuleSystem, Place } from "./module-system.ts";
import { mayHaveMoreMembers } from "./script-types.ts";
import { ScriptModules } from "./script-modules.ts";
import { boundByImport, enclosedDefinition, firstSure, marred, topDefinition } from "./found.ts";

/** TypeScript and JavaScript: what a module exports by name, passes on, or passes on with a star. */
export class Ecmascript implements ModuleSystem {
  readonly #tree: CodeTree;
  readonly #modules: ScriptModules;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#modules = new ScriptModules(tree);
  }

  modulesOf(from: string, module: string): Promise<Module> {
    return this.#modules.modulesOf(from, module);
  }

  resolveImport(from: string, { module }: ImportStatement, imported: string | null): Promise<Found> {
    return this.#import(from, module, imported ?? "*", new Set());
  }

  async findExport({ files: [path] }: ModuleFiles, name: string): Promise<Found> {
    return path === undefined ? { kind: "unknown", reason: "no file is named" } : this.#export(path, name, new Set());
  }

  async findName(from: string, facts: FileFacts, name: string, { within }: Place): Promise<Found> {
    const definition = topDefinition(facts, name) ?? enclosedDefinition(facts, name, within, ["module"]);
    return definition ? { kind: "definition", path: from, definition } : boundByImport(this, from, facts, name);
  }

  async findFurtherMember(): Promise<undefined> {
    return undefined;
  }

  mayHaveMore(asked: Asked, text: string): boolean {
    return mayHaveMoreMembers(asked, text);
  }

  isVisible({ visibility }: Definition, path: string, from: string): boolean {
    return visibility !== "private" || path === from;
  }

  async #import(from: string, module: string, imported: string, seen: ReadonlySet<string>): Promise<Found> {
    const target = await this.#modules.modulesOf(from, module);
    if (target.kind === "missing") return { kind: "missing", path: target.tried[0] ?? module };
    if (target.kind !== "files") return target;
    const [path] = target.files;
    if (imported === "*" || imported === "**" || path === undefined) return { ...target, kind: "module" };
    return this.#export(path, imported, seen);
  }

  async #export(path: string, name: string, seen: ReadonlySet<string>): Promise<Found> {
    const step = `${name} ${path}`;
    if (seen.has(step)) return { kind: "missing", path };
    const way = new Set([...seen, step]);
    const facts = await this.#tree.facts(path);
    if (!isRead(facts)) return { kind: "unknown", reason: facts ? `${path} was not read: ${facts.reason}` : `${path} is not read` };
    const named = exportsNamed(facts, name);
    if (named.length > 0) return firstSure(await Promise.all(named.map((one) => this.#offered(path, facts, one, way))), path);
    const starred = await this.#starred(path, facts, name, way);
    return starred.kind === "missing" ? this.#unoffered(path, facts, name) : starred;
  }

  async #offered(path: string, facts: FileFacts, { name, local, from }: Export, seen: ReadonlySet<string>): Promise<Found> {
    if (from) return this.#import(path, from.module, from.imported, seen);
    const definition = topDefinition(facts, local ?? name);
    if (definition) return { kind: "definition", path, definition };
    const [taken] = local === null ? [] : importsBinding(facts, local);
    if (taken) return this.#import(path, taken.statement.module, taken.imported, seen);
    return { kind: "unknown", reason: `${name} is exported, and what it is stands nowhere` };
  }

  /** Of a name that a module does not export: whether it is there all the same. */
  async #unoffered(path: string, facts: FileFacts, name: string): Promise<Found> {
    const definition = topDefinition(facts, name);
    if (definition) return { kind: path.endsWith(".d.ts") ? "definition" : "hidden", path, definition };
    if (facts.syntaxError !== null) return marred(path, facts);
    const reason = openness(path, facts, name, (await this.#tree.text(path)) ?? "");
    return reason === undefined ? { kind: "missing", path } : { kind: "unknown", reason };
  }

  /** What `export * from` offers: all but the default. A star of what nobody can read may offer anything. */
  async #starred(path: string, facts: FileFacts, name: string, seen: ReadonlySet<string>): Promise<Found> {
    const stars = name === "default" ? [] : exportsNamed(facts, "*").flatMap(({ from }) => from?.module ?? []);
    const found = await Promise.all(stars.map((module) => this.#import(path, module, name, seen)));
    const offered = found.filter(({ kind }) => kind !== "hidden" && kind !== "missing");
    const open = offered.length > 0 && offered.every(({ kind }) => kind === "external");
    return open ? { kind: "unknown", reason: `${path} passes on everything of a dependency` } : firstSure(offered, path);
  }
}

/** What keeps a name that no export statement gives from being called missing; undefined when nothing does. */
const openness = (path: string, { exports, imports }: FileFacts, name: string, text: string): string | undefined => {
  if (exports.length === 0 && path.endsWith(".d.ts")) return `${path} speaks of what is everywhere`;
  if (name === "default")
    return /\bexport\s+default\b|\bas\s+default\b|\bmodule\.exports\b/.test(text) ? `what ${path} exports has no name` : undefined;
  // CommonJS: what is assigned to `exports` is seen where it is plain. An object or function that stands for the whole module is not looked into.
  const plain = /\.(?:js|cjs|jsx)$/.test(path) && !imports.some(({ form }) => form === "static");
  if (plain && exports.length === 0) return `${path} may export without saying so`;
  const assigned = /\bmodule\.exports\s*=|\bexports\.\w|\bexport\s*=/.test(text);
  const mentioned = new RegExp(`(?<![\\w$])${name.replace(/[^\w$]/g, "").replaceAll("$", "\\$")}(?![\\w$])`).test(text);
  return assigned && (mentioned || !/\bmodule\.exports\s*=\s*\{|\bexports\.\w/.test(text) || text.includes("..."))
    ? `${path} exports by assignment`
    : undefined;
};
