import type { Definition, FileFacts, ImportedName } from "../../model/code.ts";
import { type CodeTree, isRead } from "../code-tree.ts";
import { boundByImport, firstSure, linesOf, marred, topDefinition } from "./found.ts";
import type { Asked, Found, ImportStatement, Module, ModuleFiles, ModuleSystem } from "./module-system.ts";
import { PythonModules } from "./python-modules.ts";

/** Python: a module offers all that it binds at its top, what it imports as well, and a package its submodules. */
export class Python implements ModuleSystem {
  readonly #tree: CodeTree;
  readonly #modules: PythonModules;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#modules = new PythonModules(tree);
  }

  modulesOf(from: string, module: string): Promise<Module> {
    return this.#modules.modulesOf(from, module);
  }

  resolveImport(from: string, { module }: ImportStatement, imported: string | null): Promise<Found> {
    return this.#import(from, module, imported ?? "*", new Set());
  }

  findExport(module: ModuleFiles, name: string): Promise<Found> {
    return this.#offered(module, name, new Set());
  }

  async findName(from: string, facts: FileFacts, name: string): Promise<Found> {
    const definition = topDefinition(facts, name);
    if (definition) return { kind: "definition", path: from, definition };
    const bound = await boundByImport(this, from, facts, name);
    if (bound.kind !== "unbound") return bound;
    if (facts.imports.some(({ module, names }) => bindsFirstPart(module, names, name))) return this.#import(from, name, "*", new Set());
    const starred = await this.#starred(from, facts, name, new Set([`${name} ${from}`]));
    return starred.kind === "missing" && (builtins.has(name) || !takesAll(facts)) ? { kind: "unbound" } : starred;
  }

  async findFurtherMember(): Promise<undefined> {
    return undefined;
  }

  /** Not sure of classes that decorators or their own methods may give anything to. */
  mayHaveMore({ definition, member }: Asked, text: string): boolean {
    if (definition.kind === "type" || /^__\w+__$|^mro$/.test(member)) return true;
    const above = text.split("\n")[definition.line - 2] ?? "";
    const body = linesOf(text, definition);
    const decorators = [above, body].flatMap((one) => [...one.matchAll(/^@([\w.]+)/gm)].map(([, name = ""]) => name));
    return decorators.some((name) => !plainDecorator.test(name)) || /__getattr|__dict__|\bsetattr\(|\bmetaclass\b/.test(body);
  }

  /** A leading underscore asks to be left alone, and no more. */
  isVisible(_definition: Definition): boolean {
    return true;
  }

  async #import(from: string, module: string, imported: string, seen: ReadonlySet<string>): Promise<Found> {
    const target = await this.#modules.modulesOf(from, module);
    if (target.kind === "missing") return { kind: "missing", path: target.tried[0] ?? module };
    if (target.kind !== "files") return target;
    return imported === "*" || imported === "**" ? { ...target, kind: "module" } : this.#offered(target, imported, seen);
  }

  async #offered({ files: [path], folder }: ModuleFiles, name: string, seen: ReadonlySet<string>): Promise<Found> {
    const facts = path === undefined ? undefined : await this.#tree.facts(path);
    const bound = path !== undefined && isRead(facts) ? await this.#bound(path, facts, name, seen) : undefined;
    if (bound && bound.kind !== "missing") return bound;
    const submodule = folder === null ? undefined : await this.#modules.at(folder, [name]);
    if (submodule?.kind === "files") return { ...submodule, kind: "module" };
    if (path === undefined) return this.#import(`${folder ?? ""}/__init__.py`, `.${name}`, "*", seen);
    if (!isRead(facts)) return { kind: "unknown", reason: facts ? `${path} was not read: ${facts.reason}` : `${path} is not read` };
    return this.#unoffered(path, facts, name);
  }

  /** What a module binds at its top. */
  async #bound(path: string, facts: FileFacts, name: string, seen: ReadonlySet<string>): Promise<Found | undefined> {
    const definition = topDefinition(facts, name);
    if (definition) return { kind: "definition", path, definition };
    const step = `${name} ${path}`;
    if (seen.has(step)) return;
    const way = new Set([...seen, step]);
    const taken = facts.imports.flatMap(({ module, names }) => {
      if (bindsFirstPart(module, names, name)) return [this.#import(path, name, "*", way)];
      return names.filter(({ local }) => local === name).map(({ imported }) => this.#import(path, module, imported, way));
    });
    if (taken.length > 0) return firstSure(await Promise.all(taken), path);
    return this.#starred(path, facts, name, way);
  }

  /** What `from m import *` brings in: what `__all__` names, or else all without a leading underscore. */
  async #starred(path: string, facts: FileFacts, name: string, seen: ReadonlySet<string>): Promise<Found> {
    const found: Found[] = [];
    for (const { module, names } of facts.imports) {
      if (!names.some(({ imported }) => imported === "**")) continue;
      const target = await this.#modules.modulesOf(path, module);
      if (target.kind === "external") found.push({ kind: "unknown", reason: `${path} takes in everything of a dependency` });
      if (target.kind === "unknown") found.push(target);
      const [file] = target.kind === "files" ? target.files : [];
      const inside = file === undefined ? undefined : await this.#tree.facts(file);
      if (file === undefined || target.kind !== "files") continue;
      if (!isRead(inside)) found.push({ kind: "unknown", reason: `${file} is not read` });
      else if (inside.starNames?.includes(name)) found.push(await this.#offered(target, name, seen));
      else if (!inside.starNames && !name.startsWith("_"))
        found.push((await this.#bound(file, inside, name, seen)) ?? { kind: "missing", path: file });
    }
    return firstSure(found, path);
  }

  async #unoffered(path: string, facts: FileFacts, name: string): Promise<Found> {
    if (facts.syntaxError !== null) return marred(path, facts);
    if (/^__\w+__$/.test(name)) return { kind: "unknown", reason: `${name} is Python's own` };
    const text = (await this.#tree.text(path)) ?? "";
    if (madeAtRunTime.test(text)) return { kind: "unknown", reason: `${path} makes names when it runs` };
    return { kind: "missing", path };
  }
}

/** `import a.b` binds `a`. */
const bindsFirstPart = (module: string, names: readonly ImportedName[], name: string): boolean =>
  module.startsWith(`${name}.`) && names.some(({ local }) => local === module);

const takesAll = ({ imports }: FileFacts): boolean => imports.some(({ names }) => names.some(({ imported }) => imported === "**"));

/** Names that every module has. */
const builtins: ReadonlySet<string> = new Set(
  (
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate " +
    "eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max " +
    "memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars " +
    "zip __import__ __name__ __file__ __doc__ __path__ __spec__ __package__ __loader__ __debug__ __builtins__ __annotations__ NotImplemented Ellipsis " +
    "BaseException BaseExceptionGroup Exception ExceptionGroup ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError " +
    "ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError EOFError EnvironmentError FileExistsError " +
    "FileNotFoundError FloatingPointError GeneratorExit IOError ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError " +
    "KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PermissionError " +
    "ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit TabError TimeoutError " +
    "TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError ValueError ZeroDivisionError BytesWarning " +
    "DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning " +
    "UserWarning Warning"
  ).split(" "),
);

const plainDecorator = /(?:^|\.)(?:dataclass|final|runtime_checkable|total_ordering|unique|abstractmethod)$/;

const madeAtRunTime =
  /^(?:async )?def __getattr__\b|\bsys\.modules\b|\bglobals\(\)|\bvars\(\)|\bsetattr\((?!\s*(?:self|cls|obj|instance|\w+\[\w+\])\s*,)|\bexec\(|\blazy_loader\b|_LazyModule\b/m;
