import type { FileFacts } from "../../model/code.ts";
import { isRead } from "../code-tree.ts";
import { firstSure, marred, topDefinition } from "./found.ts";
import type { Asked, Found, ImportStatement, Linker, Module, ModuleFiles, ModuleSystem, Owned, Place } from "./module-system.ts";
import { folderOf, isWithin } from "../../base/paths.ts";
import { modulesFolder, RustCrates } from "./rust-crates.ts";
import { isOffered, waysInto } from "./rust-uses.ts";
import { mayComeOfMacros, preludeNames, traitMethods } from "./rust-words.ts";

/** A module: a file, or what stands between braces in one. */
interface Location {
  readonly path: string;
  /** Names of the modules around, from the outside in. */
  readonly inside: readonly string[];
}

/** Rust: paths lead through modules, which are files or parts of files; `use` brings names in, `pub use` passes them on. */
export class Rust implements ModuleSystem {
  readonly #linker: Linker;
  readonly #crates: RustCrates;

  constructor(linker: Linker) {
    this.#linker = linker;
    this.#crates = new RustCrates(linker.tree);
  }

  async modulesOf(from: string, module: string): Promise<Module> {
    const found = await this.resolveImport(from, { module, line: 0 }, null);
    if (found.kind === "definition" || found.kind === "hidden") return { kind: "files", files: [found.path], folder: null };
    if (found.kind === "module") return { ...found, kind: "files" };
    return found.kind === "missing" ? { kind: "missing", tried: [found.path] } : found.kind === "unbound" ? { kind: "external" } : found;
  }

  async resolveImport(from: string, { module, line }: ImportStatement, imported: string | null): Promise<Found> {
    const steps = [...module.split("::"), ...(imported === null || imported === "*" || imported === "**" ? [] : [imported])];
    return this.#follow(
      await this.#locate(from, line),
      steps.filter((step) => step !== ""),
      from,
      new Set(),
    );
  }

  async findExport({ files: [path = ""] }: ModuleFiles, name: string, from: string | null): Promise<Found> {
    return this.#step({ path, inside: [] }, name, from, new Set());
  }

  async findName(from: string, facts: FileFacts, name: string, { line, within }: Place): Promise<Found> {
    const here = await this.#locate(from, line);
    const found = await this.#first(here, name, from, new Set());
    const bound = found.kind !== "missing" || (!preludeNames.has(name) && (await this.#takesAllOf(here)));
    if (!bound) return { kind: "unbound" };
    return found.kind === "missing" && isOutsideOfItems(name, facts, within)
      ? { kind: "unknown", reason: `it is for a macro in ${from} to say what ${name} is` }
      : found;
  }

  /** Parts of a module, implementations in files near by, and what traits in scope give. */
  async findFurtherMember({ path, definition }: Owned, member: string, from: string): Promise<Found | undefined> {
    if (definition.kind === "module") return this.#step({ path, inside: definition.name.split(".") }, member, from, new Set());
    const plain = definition.name.slice(definition.name.lastIndexOf(".") + 1);
    for (const file of await this.#near(path)) {
      const facts = await this.#linker.tree.facts(file);
      const found = isRead(facts) ? topDefinition(facts, `${plain}.${member}`) : undefined;
      if (found) return { kind: "definition", path: file, definition: found };
    }
    return definition.kind === "trait" ? undefined : this.#fromTraits(member, from);
  }

  mayHaveMore({ definition, member }: Asked, text: string): boolean {
    return definition.kind === "type" || traitMethods.has(member) || mayComeOfMacros(definition, text);
  }

  /** Methods of traits have no word of their own for it: of members, all that are found count as visible. */
  isVisible(): boolean {
    return true;
  }

  /** The module that a line of a file stands in. */
  async #locate(path: string, line: number): Promise<Location> {
    const facts = await this.#linker.tree.facts(path);
    const around = isRead(facts) ? facts.definitions.filter((one) => one.kind === "module" && one.line < line && one.endLine >= line) : [];
    const names = around.map(({ name }) => name).sort((a, b) => b.length - a.length);
    return { path, inside: names[0]?.split(".") ?? [] };
  }

  async #follow(here: Location, [first = "", ...rest]: readonly string[], from: string, seen: ReadonlySet<string>): Promise<Found> {
    let found = await this.#first(here, first, from, seen);
    for (const step of rest) found = step === "self" ? found : await this.#next(found, step, from, seen);
    return found;
  }

  async #next(found: Found, name: string, from: string, seen: ReadonlySet<string>): Promise<Found> {
    if (found.kind === "module") return this.#step({ path: found.files[0] ?? "", inside: [] }, name, from, seen);
    if (found.kind !== "definition") return found;
    const { path, definition } = found;
    return definition.kind === "module"
      ? this.#step({ path, inside: definition.name.split(".") }, name, from, seen)
      : this.#linker.findMember(found, name, from);
  }

  /** The first part of a path: a word for a module near by, a name of this one, or a crate. */
  async #first(here: Location, name: string, from: string, seen: ReadonlySet<string>): Promise<Found> {
    if (name === "crate" || name === "$crate") return moduleAt(await this.#crates.rootOf(here.path));
    if (name === "self" || name === "super") return this.#step(here, name, from, seen);
    const own = await this.#step(here, name, here.path, seen);
    if (own.kind !== "missing") return own;
    const library = await this.#crates.libraryNamed(name, from);
    if (library !== undefined) return moduleAt(library);
    return (await this.#crates.dependsOn(name, from)) ? { kind: "external" } : own;
  }

  /** What a module has under a name: a module, a definition, or what it brings in itself. */
  async #step(here: Location, name: string, from: string | null, seen: ReadonlySet<string>): Promise<Found> {
    const { path, inside } = here;
    const facts = await this.#linker.tree.facts(path);
    if (!isRead(facts)) return { kind: "unknown", reason: facts ? `${path} was not read: ${facts.reason}` : `${path} is not read` };
    if (name === "self") return this.#moduleIn(here, facts);
    if (name === "super")
      return inside.length > 0 ? this.#moduleIn({ path, inside: inside.slice(0, -1) }, facts) : moduleAt(await this.#crates.parentOf(path));
    const file = await this.#crates.submodule(path, inside, name);
    if (file !== undefined) return moduleAt(file);
    const definition = topDefinition(facts, [...inside, name].join("."));
    if (definition) return { kind: from === null || isOffered(definition, path, from) ? "definition" : "hidden", path, definition };
    const key = `${path} ${inside.join(".")} ${name}`;
    if (seen.has(key)) return { kind: "missing", path };
    const brought = await this.#brought(here, facts, name, from, new Set([...seen, key]));
    if (brought.kind !== "missing") return brought;
    if (facts.syntaxError !== null) return marred(path, facts);
    return mayComeOfMacros(null, (await this.#linker.tree.text(path)) ?? "", name)
      ? { kind: "unknown", reason: `a macro in ${path} may make it` }
      : { kind: "missing", path };
  }

  #moduleIn({ path, inside }: Location, facts: FileFacts): Found {
    const definition = inside.length > 0 ? topDefinition(facts, inside.join(".")) : undefined;
    return definition ? { kind: "definition", path, definition } : moduleAt(path);
  }

  /** What the `use` statements of a module bring in under a name. Everything of others that it takes in for itself is not for those outside. */
  async #brought(here: Location, facts: FileFacts, name: string, from: string | null, seen: ReadonlySet<string>): Promise<Found> {
    const inside = from !== null && (from === here.path || isWithin(from, modulesFolder(here.path, false)));
    const named: Found[] = [];
    const starred: Found[] = [];
    for (const { module, imported, local, line } of waysInto(facts, inside)) {
      if (local !== name && imported !== "**") continue;
      const place = await this.#locate(here.path, line);
      if (place.inside.join() !== here.inside.join()) continue;
      const steps = module.split("::").filter((step) => step !== "");
      if (imported === "**") starred.push(await this.#ofAll(await this.#follow(place, steps, here.path, seen), name, here.path, seen));
      else named.push(await this.#follow(place, imported === "*" ? steps : [...steps, imported], here.path, seen));
    }
    return firstSure(named.length > 0 ? named : starred, here.path);
  }

  async #ofAll(module: Found, name: string, from: string, seen: ReadonlySet<string>): Promise<Found> {
    if (module.kind === "external") return { kind: "unknown", reason: `${from} takes in everything of a dependency` };
    if (module.kind === "definition" && module.definition.kind === "enum") return this.#caseOf(module, name);
    const found = await this.#next(module, name, from, seen);
    return found.kind === "hidden" ? { kind: "missing", path: found.path } : found;
  }

  /** Everything of an enum is its cases. */
  async #caseOf({ path, definition }: Owned, name: string): Promise<Found> {
    const facts = await this.#linker.tree.facts(path);
    const found = isRead(facts)
      ? facts.definitions.find((one) => one.kind === "field" && one.name === `${definition.name}.${name}`)
      : undefined;
    return found ? { kind: "definition", path, definition: found } : { kind: "missing", path };
  }

  /** Whether a module takes in all of others, so that a name of its own may come from there. */
  async #takesAllOf({ path, inside }: Location): Promise<boolean> {
    const facts = await this.#linker.tree.facts(path);
    if (!isRead(facts)) return false;
    for (const { names, line } of facts.imports) {
      if (names.some(({ imported }) => imported === "**") && (await this.#locate(path, line)).inside.join() === inside.join()) return true;
    }
    return false;
  }

  /** Files where more of a type's implementation may stand. */
  async #near(path: string): Promise<string[]> {
    const found: string[] = [];
    for (const folder of new Set([folderOf(path), modulesFolder(path, false)])) {
      for (const [name, kind] of (await this.#linker.tree.entries(folder)) ?? []) {
        const file = folder === "" ? name : `${folder}/${name}`;
        if (kind === "file" && name.endsWith(".rs") && file !== path) found.push(file);
      }
    }
    return found;
  }

  /** A method of a trait can be called where the trait is in scope. */
  async #fromTraits(member: string, from: string): Promise<Found | undefined> {
    const facts = await this.#linker.tree.facts(from);
    let open: Found | undefined;
    for (const statement of isRead(facts) ? facts.imports : []) {
      for (const { imported } of statement.names) {
        if (imported !== "**" && !/^\p{Lu}/u.test(imported)) continue;
        const found = await this.resolveImport(from, statement, imported);
        if (found.kind === "external" || found.kind === "unknown")
          open ??= { kind: "unknown", reason: `${statement.module} may have a trait that gives it` };
        if (found.kind !== "definition" || found.definition.kind !== "trait") continue;
        const given = await this.#linker.findMember(found, member, from);
        if (given.kind === "definition") return given;
      }
    }
    return open;
  }
}

/** Between items, only what a macro is handed has a name that begins like a function's: the name of what it makes, as a rule. */
const isOutsideOfItems = (name: string, { definitions }: FileFacts, within: string | null): boolean =>
  /^\p{Ll}/u.test(name) && (within === null || definitions.some((one) => one.name === within && one.kind === "module"));

const moduleAt = (path: string | undefined): Found =>
  path === undefined ? { kind: "unknown", reason: "its crate has no file at the top" } : { kind: "module", files: [path], folder: null };
