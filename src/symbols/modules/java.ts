import type { Definition, FileFacts } from "../../model/code.ts";
import { type CodeTree, isRead } from "../code-tree.ts";
import { boundByImport, enclosedDefinition, firstSure, isType, linesOf, topDefinition } from "./found.ts";
import { JavaPackages } from "./java-packages.ts";
import type { Asked, Found, ImportStatement, Linker, Module, ModuleFiles, ModuleSystem, Place } from "./module-system.ts";
import { folderOf, nameOf } from "../../base/paths.ts";

/** Java: a package is a folder below any source root; a type is a file there, or stands in one. */
export class Java implements ModuleSystem {
  readonly #tree: CodeTree;
  readonly #linker: Linker;
  readonly #packages: JavaPackages;

  constructor(linker: Linker) {
    this.#tree = linker.tree;
    this.#linker = linker;
    this.#packages = new JavaPackages(linker.tree);
  }

  /** A package, or the file of a type. */
  async modulesOf(from: string, module: string): Promise<Module> {
    const found = await this.#named(from, module.split("."));
    if (found.kind === "definition" || found.kind === "hidden") return { kind: "files", files: [found.path], folder: null };
    if (found.kind === "module") return { ...found, kind: "files" };
    return found.kind === "missing" ? { kind: "missing", tried: [found.path] } : found.kind === "unbound" ? { kind: "external" } : found;
  }

  resolveImport(from: string, { module }: ImportStatement, imported: string | null): Promise<Found> {
    const whole = imported === null || imported === "*" || imported === "**";
    return this.#named(from, whole ? module.split(".") : [...module.split("."), imported]);
  }

  async findExport({ files }: ModuleFiles, name: string, from: string | null): Promise<Found> {
    const found: Found[] = [];
    for (const path of files) {
      const facts = await this.#tree.facts(path);
      const definition = isRead(facts) ? topDefinition(facts, name) : undefined;
      if (definition) return { kind: from === null || this.isVisible(definition, path, from) ? "definition" : "hidden", path, definition };
      if (!isRead(facts)) found.push({ kind: "unknown", reason: `${path} is not read` });
    }
    return firstSure(found, files[0] ?? "");
  }

  async findName(from: string, facts: FileFacts, name: string, { within, type }: Place): Promise<Found> {
    const definition = topDefinition(facts, name) ?? enclosedDefinition(facts, name, within, ["class", "interface", "enum", "struct"]);
    if (definition && (isType(definition) || !type)) return { kind: "definition", path: from, definition };
    const bound = await boundByImport(this, from, facts, name);
    if (bound.kind !== "unbound") return bound;
    const inherited = await this.#inheritedName(from, facts, name, within);
    if (inherited) return inherited;
    const neighbour = await this.#inPackage(from, facts.package ?? "", name);
    if (neighbour) return neighbour;
    return (await this.#starred(from, facts, name)) ?? { kind: "unbound" };
  }

  async findFurtherMember(): Promise<undefined> {
    return undefined;
  }

  /** Not sure of types whose members annotations make, nor of what every object, enum or record has. */
  mayHaveMore({ definition, member }: Asked, text: string): boolean {
    return inherentMembers.has(member) || memberMakers.test(text) || /\brecord\b/.test(linesOf(text, definition));
  }

  isVisible({ visibility, name }: Definition, path: string, from: string): boolean {
    if (path === from || visibility === "public") return true;
    // Heirs elsewhere may use members that are protected, and whether one is that or the package's own is not told apart.
    return visibility === "package" && (name.includes(".") || this.#packages.samePackage(path, from));
  }

  /** "com.acme.Store.Entry": as much of it as is a package, then the type in it, then what is in that. */
  async #named(from: string, parts: readonly string[]): Promise<Found> {
    const whole = await this.#packages.filesOf(from, parts.join("."));
    if (whole.length > 0) return { kind: "module", files: whole, folder: null };
    for (let length = parts.length - 1; length > 0; length--) {
      const files = await this.#packages.filesOf(from, parts.slice(0, length).join("."));
      if (files.length === 0) continue;
      const [type = "", ...members] = parts.slice(length);
      let found = await this.#typeIn(files, type);
      if (!found)
        return (await this.#packages.isElsewhereToo(from, parts.slice(0, length).join("."), type))
          ? notJava(type)
          : { kind: "missing", path: wouldBe(files, type) };
      if (found.kind === "definition" && !this.isVisible(found.definition, found.path, from)) return { ...found, kind: "hidden" };
      for (const member of members) {
        if (found.kind !== "definition") break;
        found = await this.#linker.findMember(found, member, from);
      }
      return found;
    }
    const near = parts.length > 2 && (await this.#packages.isOurs(from, parts.slice(0, -1)));
    return near ? { kind: "missing", path: `${parts.join("/")}.java` } : { kind: "external" };
  }

  /** In the file of its name, or beside another type in any other one. */
  async #typeIn(files: readonly string[], type: string): Promise<Found | undefined> {
    const own = files.filter((path) => nameOf(path) === `${type}.java`);
    for (const path of [...own, ...files.filter((file) => !own.includes(file))]) {
      const facts = await this.#tree.facts(path);
      if (!isRead(facts) && own.includes(path)) return { kind: "unknown", reason: `${path} is not read` };
      const definition = isRead(facts) ? topDefinition(facts, type) : undefined;
      if (definition) return { kind: "definition", path, definition };
    }
  }

  async #inPackage(from: string, package_: string, name: string): Promise<Found | undefined> {
    return /^\p{Lu}/u.test(name) && !languageTypes.has(name) ? this.#typeIn(await this.#packages.filesOf(from, package_), name) : undefined;
  }

  /** A name that a class has from what it extends. */
  async #inheritedName(from: string, facts: FileFacts, name: string, within: string | null): Promise<Found | undefined> {
    const parts = within?.split(".") ?? [];
    for (let length = parts.length; length > 0; length--) {
      const definition = topDefinition(facts, parts.slice(0, length).join("."));
      // What a class extends is not looked for in what it extends.
      const parents = definition?.supertypes.map((supertype) => supertype.replace(/[.<].*$/s, "")) ?? [];
      if (!definition || parents.length === 0 || parents.includes(name)) continue;
      const found = await this.#linker.findMember({ path: from, definition }, name, from);
      if (found.kind === "definition") return found;
    }
  }

  /** `import a.b.*` brings in types, `import static a.B.*` members. */
  async #starred(from: string, facts: FileFacts, name: string): Promise<Found | undefined> {
    const found: Found[] = [];
    for (const { module, names } of facts.imports) {
      if (names.every(({ imported }) => imported !== "**")) continue;
      const target = await this.#named(from, module.split("."));
      if (target.kind === "module") found.push((await this.#typeIn(target.files, name)) ?? { kind: "missing", path: from });
      else if (target.kind === "definition") found.push(await this.#linker.findMember(target, name, from));
      else found.push({ kind: "unknown", reason: `${nameOf(from)} takes in everything of ${module}` });
    }
    const sure = firstSure(found, from);
    return sure.kind === "missing" || sure.kind === "hidden" ? undefined : sure;
  }
}

const wouldBe = ([path = ""]: readonly string[], type: string): string => `${folderOf(path)}/${type}.java`;
const notJava = (type: string): Found => ({ kind: "unknown", reason: `${type} is not written in Java` });

/** Annotations of Lombok, AutoValue and Immutables. */
const memberMakers =
  /@(?:lombok\.)?(?:Data|Value|Getter|Setter|Builder|SuperBuilder|With|Delegate|Slf4j|Log4j2?|CommonsLog|Log|UtilityClass|Accessors|AutoValue)\b|@Value\.Immutable/;

const inherentMembers: ReadonlySet<string> = new Set(
  "class clone compareTo describeConstable equals finalize getClass getDeclaringClass hashCode length name notify notifyAll ordinal toString valueOf values wait".split(
    " ",
  ),
);

/** The types of java.lang that code names most: no package of one's own need be searched for them. */
const languageTypes: ReadonlySet<string> = new Set(
  (
    "Boolean Byte Character Class CharSequence Comparable Deprecated Double Enum Error Exception Float FunctionalInterface IllegalArgumentException " +
    "IllegalStateException IndexOutOfBoundsException Integer InterruptedException Iterable Long Math NullPointerException Number NumberFormatException Object " +
    "Override Runnable RuntimeException SafeVarargs Short String StringBuilder StringBuffer SuppressWarnings System Thread ThreadLocal Throwable " +
    "UnsupportedOperationException Void AutoCloseable Cloneable Process ProcessBuilder Record Runtime StackTraceElement"
  ).split(" "),
);
