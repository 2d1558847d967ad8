import type { Definition, FileFacts, Use } from "../model/code.ts";
import { type CodeTree, isRead } from "./code-tree.ts";
import { definitionsNamed } from "./facts-index.ts";
import { moduleSystems, type SystemEntry } from "./modules/index.ts";
import { isType, marred, topDefinition } from "./modules/found.ts";
import type { Found, ImportStatement, Linker, Module, ModuleSystem, Owned, Place } from "./modules/module-system.ts";

export type { Found, ImportStatement, Module } from "./modules/module-system.ts";

/** Ties names to what they mean in one version of the code. What it learns of manifests it keeps, so one lasts as long as its tree is looked at. */
export class Resolver implements Linker {
  readonly tree: CodeTree;
  readonly #systems = new Map<SystemEntry, ModuleSystem>();

  constructor(tree: CodeTree) {
    this.tree = tree;
  }

  /** What the name of a module, as an import of the file `from` has it, leads to. */
  async modulesOf(from: string, module: string): Promise<Module> {
    return this.#systemOf(from)?.modulesOf(from, module) ?? notRead(from);
  }

  /** What a module offers to others under a name: "load", "default". A file stands for the whole package where packages are made of files. */
  async findExport(path: string, name: string): Promise<Found> {
    const folder = /(?:^|\/)__init__\.pyi?$/.test(path) ? path.slice(0, Math.max(0, path.lastIndexOf("/"))) : null;
    return this.#systemOf(path)?.findExport({ files: [path], folder }, name, null) ?? notRead(path);
  }

  /** What an import of the file `from` brings in; `imported` as in `ImportedName`, null when it only runs the module. */
  async resolveImport(from: string, statement: ImportStatement, imported: string | null): Promise<Found> {
    return this.#systemOf(from)?.resolveImport(from, statement, imported) ?? notRead(from);
  }

  /**
   * What a use in the file `from` means, which has the facts `facts`. It is followed step by step; where a step leads out of the repository, or to
   * what only a compiler could tell, the answer is `external` or `unknown`.
   */
  async resolveUse(from: string, facts: FileFacts, { path: [root = "", ...steps], through, line, within }: UsePath): Promise<Found> {
    let found = await this.#nameIn(from, facts, root, { line, within, type: through === "value" });
    let called = through !== "returned";
    for (const step of steps) {
      if (!called && found.kind === "definition" && isCallable(found.definition)) {
        found = await this.#resultOf(found);
        called = true;
      }
      found = await this.#step(found, step, { from, itself: through === "name" });
    }
    return found;
  }

  findMember(owner: Owned, member: string, from: string): Promise<Found> {
    return this.#member(owner, member, { from, itself: true });
  }

  #systemOf(path: string): ModuleSystem | undefined {
    const entry = moduleSystems.find(({ files }) => files.test(path));
    if (!entry) return;
    const system = this.#systems.get(entry) ?? entry.start(this);
    this.#systems.set(entry, system);
    return system;
  }

  async #nameIn(path: string, facts: FileFacts, name: string, place: Place): Promise<Found> {
    const found = (await this.#systemOf(path)?.findName(path, facts, name, place)) ?? notRead(path);
    return place.type ? this.#typeBeside(found) : found;
  }

  /** Where a value and a type go by one name, the type. */
  async #typeBeside(found: Found): Promise<Found> {
    if (found.kind !== "definition" || isType(found.definition)) return found;
    const facts = await this.tree.facts(found.path);
    const type = isRead(facts) ? definitionsNamed(facts, found.definition.name).find(isType) : undefined;
    return type ? { ...found, definition: type } : found;
  }

  async #step(found: Found, name: string, way: Way): Promise<Found> {
    if (found.kind === "definition") return this.#member(found, name, way);
    if (found.kind !== "module") return found;
    const system = this.#systemOf(found.files[0] ?? way.from);
    return system?.findExport(found, name, way.from) ?? notRead(way.from);
  }

  /** The type of what a function returns. */
  async #resultOf(called: Owned): Promise<Found> {
    const { name, signature } = called.definition;
    return signature?.returns ? this.#typeIn(called, signature.returns) : { kind: "unknown", reason: `what ${name} returns is not said` };
  }

  /** What the name of a type means where a definition stands. */
  async #typeIn({ path, definition }: Owned, type: string): Promise<Found> {
    const facts = await this.tree.facts(path);
    const [root, ...steps] = plainSteps(type) ?? [];
    if (!isRead(facts) || root === undefined) return { kind: "unknown", reason: `${type} is no plain type` };
    let found = await this.#nameIn(path, facts, root, { line: definition.line, within: definition.name, type: true });
    for (const step of steps) found = await this.#step(found, step, { from: path, itself: true });
    return typed(found, type);
  }

  async #member(owner: Owned, member: string, { from, itself, seen = new Set() }: Way): Promise<Found> {
    const { path, definition } = owner;
    const system = this.#systemOf(path);
    const facts = await this.tree.facts(path);
    const step = `${path} ${definition.name}`;
    if (seen.has(step)) return { kind: "missing", path };
    if (!system || !isRead(facts)) return { kind: "unknown", reason: `${path} is not read` };
    const own = topDefinition(facts, `${definition.name}.${member}`);
    if (own) return { kind: system.isVisible(own, path, from) ? "definition" : "hidden", path, definition: own };
    const way: Way = { from, itself, seen: new Set([...seen, step]) };
    const literal = definition.type === null && facts.definitions.some(({ name }) => name.startsWith(`${definition.name}.`));
    if (isValue(definition) && !literal) return this.#memberOfValue(owner, member, way);
    if (definition.kind === "function" || definition.kind === "method")
      return { kind: "unknown", reason: `${definition.name} is called, not asked` };
    const further = await system.findFurtherMember(owner, member, from);
    if (further && further.kind !== "missing") return further;
    const inherited = await this.#inherited(owner, member, way);
    if (inherited.kind !== "missing" && inherited.kind !== "unknown") return inherited;
    if (facts.syntaxError !== null) return marred(path, facts);
    const open = system.mayHaveMore({ path, definition, member, itself }, (await this.tree.text(path)) ?? "");
    return open ? { kind: "unknown", reason: `${definition.name} may have more than it says` } : inherited;
  }

  async #memberOfValue(owner: Owned, member: string, way: Way): Promise<Found> {
    const { name, type } = owner.definition;
    if (type === null) return { kind: "unknown", reason: `the type of ${name} is not said` };
    return this.#step(await this.#typeIn(owner, type), member, { ...way, itself: false });
  }

  /** What a type has from others. What one of them may have that cannot be read keeps the member from being missing. */
  async #inherited(owner: Owned, member: string, way: Way): Promise<Found> {
    let open: (Found & { readonly kind: "unknown" }) | undefined;
    for (const supertype of owner.definition.supertypes) {
      if (bareTypes.has(supertype.replace(/[<[].*$/s, ""))) continue;
      const parent = await this.#typeIn(owner, supertype);
      const found = await this.#step(parent, member, way);
      if (found.kind === "definition" || found.kind === "module" || found.kind === "hidden") return found;
      if (found.kind === "missing") continue;
      const inherited =
        (parent.kind !== "definition" || (found.kind === "unknown" && found.inherited === true)) && open?.inherited !== false;
      open = { kind: "unknown", reason: `${supertype} may have it`, inherited };
    }
    return open ?? { kind: "missing", path: owner.path };
  }
}

/** How a member is come by. */
interface Way {
  /** The file that asks for it. */
  readonly from: string;
  /** Asked of what a name stands for, and not of a value of that type. */
  readonly itself: boolean;
  /** Types that were asked already. */
  readonly seen?: ReadonlySet<string>;
}

/** A class that is called gives one of its own, so it stands for that as it is. */
const isCallable = ({ kind, signature }: Definition): boolean => signature !== null && kind !== "class" && kind !== "struct";

const isValue = ({ kind }: Definition): boolean => kind === "variable" || kind === "field";

/** What is needed of a use to follow it. */
export type UsePath = Pick<Use, "path" | "through" | "line" | "within">;

const notRead = (path: string): { readonly kind: "unknown"; readonly reason: string } => ({
  kind: "unknown",
  reason: `${path} is in no language that is read`,
});

/** Of a type that is not found nothing is known, least of all that a member is missing. */
const typed = (found: Found, type: string): Found =>
  found.kind === "missing" || found.kind === "unbound" || found.kind === "external" || found.kind === "hidden"
    ? { kind: "unknown", reason: `what ${type} is cannot be read` }
    : found;

/** Supertypes that give nothing but what every type has, or nothing at all. */
const bareTypes: ReadonlySet<string> = new Set("object Object ABC abc.ABC Generic typing.Generic Protocol typing.Protocol".split(" "));

/** "db.Store<T>" is the Store of db; undefined for what is no name. */
const plainSteps = (type: string): string[] | undefined => {
  const name = type
    .trim()
    .replace(/^[*&]+/, "")
    .replace(/(?:<.*>|\[.*\])$/s, "");
  return /^[\w$]+(?:(?:\.|::)[\w$]+)*$/.test(name) ? name.split(/\.|::/) : undefined;
};
