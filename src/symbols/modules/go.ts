import type { Definition, FileFacts } from "../../model/code.ts";
import { type CodeTree, isRead } from "../code-tree.ts";
import { boundByImport, firstSure, marred, topDefinition } from "./found.ts";
import { GoModules } from "./go-modules.ts";
import type { Asked, Found, ImportStatement, Module, ModuleFiles, ModuleSystem, Owned } from "./module-system.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/** Go: a package is all files of a folder; what begins with a capital is for everybody, the rest for the package itself. */
export class Go implements ModuleSystem {
  readonly #tree: CodeTree;
  readonly #modules: GoModules;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#modules = new GoModules(tree);
  }

  modulesOf(from: string, module: string): Promise<Module> {
    return this.#modules.modulesOf(from, module);
  }

  async resolveImport(from: string, { module }: ImportStatement, imported: string | null): Promise<Found> {
    const target = await this.#modules.modulesOf(from, module);
    if (target.kind === "missing") return { kind: "missing", path: target.tried[0] ?? module };
    if (target.kind !== "files") return target;
    return imported === null || imported === "*" || imported === "**"
      ? { ...target, kind: "module" }
      : this.findExport(target, imported, from);
  }

  async findExport({ files, folder }: ModuleFiles, name: string, from: string | null): Promise<Found> {
    const [first = ""] = files;
    const place = folder ?? folderOf(first);
    // Tests that stand beside a package without being of it see what its own tests add to it.
    const tests = from !== null && from.endsWith("_test.go") && folderOf(from) === place;
    const found = await this.#inFiles(await this.#modules.filesIn(place, { tests }), name, (facts) => facts.package !== "main");
    if (found.kind !== "definition") return found;
    const visible = isCapital(name) || (from !== null && folderOf(from) === place);
    return visible ? found : { ...found, kind: "hidden" };
  }

  async findName(from: string, facts: FileFacts, name: string): Promise<Found> {
    const definition = topDefinition(facts, name);
    if (definition) return { kind: "definition", path: from, definition };
    const bound = await boundByImport(this, from, facts, name);
    if (bound.kind !== "unbound") return bound;
    const neighbour = await this.#inFiles(await this.#neighbours(from), name, (other) => other.package === facts.package);
    if (neighbour.kind !== "missing") return neighbour;
    return (
      (await this.#byClause(from, facts, name)) ??
      (await this.#dotted(from, facts, name)) ??
      (predeclared.has(name) ? { kind: "unbound" } : neighbour)
    );
  }

  /** Methods stand in any file of the package. */
  async findFurtherMember({ path, definition }: Owned, member: string, from: string): Promise<Found> {
    const found = await this.#inFiles(await this.#neighbours(path), `${definition.name}.${member}`, () => true);
    return found.kind === "definition" && !this.isVisible(found.definition, found.path, from) ? { ...found, kind: "hidden" } : found;
  }

  /** A type that is made of another one has what that has. */
  mayHaveMore({ definition }: Asked): boolean {
    return definition.kind === "type";
  }

  isVisible({ name }: Definition, path: string, from: string): boolean {
    return isCapital(nameOfMember(name)) || folderOf(path) === folderOf(from);
  }

  /** Files whose names a file sees without a prefix, itself among them. */
  #neighbours(path: string): Promise<string[]> {
    return this.#modules.filesIn(folderOf(path), { tests: path.endsWith("_test.go") });
  }

  async #inFiles(files: readonly string[], name: string, belongs: (facts: FileFacts) => boolean): Promise<Found> {
    let unread: Found | undefined;
    let strangers: Found | undefined;
    for (const path of files) {
      const facts = await this.#tree.facts(path);
      if (!isRead(facts)) unread ??= { kind: "unknown", reason: facts ? `${path} was not read: ${facts.reason}` : `${path} is not read` };
      else {
        const definition = topDefinition(facts, name);
        if (definition && belongs(facts)) return { kind: "definition", path, definition };
        if (definition) strangers ??= { kind: "definition", path, definition };
        if (facts.syntaxError !== null) unread ??= marred(path, facts);
      }
    }
    return strangers ?? unread ?? { kind: "missing", path: files[0] ?? "" };
  }

  /** A package goes by the name in its clause, which need not be the last part of its path. */
  async #byClause(from: string, facts: FileFacts, name: string): Promise<Found | undefined> {
    for (const { module, names } of facts.imports) {
      if (!names.some(({ imported, local }) => imported === "*" && module.includes(local))) continue;
      const target = await this.#modules.modulesOf(from, module);
      const [file] = target.kind === "files" ? target.files : [];
      const inside = file === undefined ? undefined : await this.#tree.facts(file);
      if (isRead(inside) && inside.package === name && target.kind === "files") return { ...target, kind: "module" };
      if (target.kind === "external" && goesBy(module, name)) return { kind: "external" };
    }
  }

  async #dotted(from: string, facts: FileFacts, name: string): Promise<Found | undefined> {
    const ways = facts.imports.filter(({ names }) => names.some(({ imported }) => imported === "**"));
    const found = await Promise.all(ways.map((statement) => this.resolveImport(from, statement, name)));
    const sure = firstSure(found, from);
    if (sure.kind === "external") return { kind: "unknown", reason: `${nameOf(from)} takes in everything of a dependency` };
    return sure.kind === "missing" || sure.kind === "hidden" ? undefined : sure;
  }
}

const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);
const nameOfMember = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** Whether a package of that path may call itself so: "gopkg.in/yaml.v3", "github.com/x/go-yaml", "example.com/yaml/v2" are yaml. */
const goesBy = (module: string, name: string): boolean => module.split(/[/.-]/).includes(name);

/** Names that every file has. */
const predeclared: ReadonlySet<string> = new Set(
  (
    "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr " +
    "true false iota nil append cap clear close complex copy delete imag len make max min new panic print println real recover _ init main"
  ).split(" "),
);
