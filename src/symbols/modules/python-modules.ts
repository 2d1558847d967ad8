import { parse } from "smol-toml";
import type { CodeTree } from "../code-tree.ts";
import { foldersMatching } from "./folder-globs.ts";
import { isIgnored } from "./git-ignored.ts";
import { objectIn, stringsIn } from "./loose-json.ts";
import type { Module } from "./module-system.ts";
import { folderOf, joined, upwards } from "../../base/paths.ts";
import { remembered } from "./remembered.ts";

/** Ties the modules that Python names to files, from where it would look for them: see "The import system" in its reference. */
export class PythonModules {
  readonly #tree: CodeTree;
  readonly #known = new Map<string, Promise<Module>>();
  readonly #roots = new Map<string, Promise<readonly string[]>>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
  }

  modulesOf(from: string, module: string): Promise<Module> {
    return remembered(this.#known, `${folderOf(from)} ${module}`, () => this.#find(from, module));
  }

  async #find(from: string, module: string): Promise<Module> {
    const [, dots = "", name = ""] = /^(\.*)(.*)$/.exec(module) ?? [];
    const parts = name.split(".").filter((part) => part !== "");
    if (dots === "") return this.#absolute(folderOf(from), parts);
    const start = joined(folderOf(from), "../".repeat(dots.length - 1));
    if (start === undefined) return { kind: "unknown", reason: `${module} leads out of the repository` };
    const found = await this.at(start, parts);
    return found ?? this.#missing(pathsOf(start, parts));
  }

  /** The module that a dotted name means below a folder. */
  async at(folder: string, [part, ...rest]: readonly string[]): Promise<Module | undefined> {
    const inside = await this.#tree.entries(folder);
    if (!inside) return;
    if (part === undefined) {
      const file = ["__init__.py", "__init__.pyi"].find((one) => inside.get(one) === "file");
      return { kind: "files", files: file === undefined ? [] : [within(folder, file)], folder };
    }
    const asFolder = inside.get(part) === "folder" ? await this.at(within(folder, part), rest) : undefined;
    const file = rest.length > 0 ? undefined : [`${part}.py`, `${part}.pyi`].find((one) => inside.get(one) === "file");
    // A package comes before a module of its name, and that before a folder that is a package only for want of anything else.
    if (asFolder && (file === undefined || (asFolder.kind === "files" && asFolder.files.length > 0))) return asFolder;
    return file === undefined ? undefined : { kind: "files", files: [within(folder, file)], folder: null };
  }

  async #absolute(folder: string, parts: readonly string[]): Promise<Module> {
    const [first = "", ...rest] = parts;
    let partly: string | undefined;
    for (const root of await this.#rootsOf(folder)) {
      const found = await this.at(root, parts);
      if (found?.kind === "files" && (found.files.length > 0 || (!standardModules.has(first) && (await this.#holdsPython(found.folder)))))
        return found;
      if (!found && rest.length > 0 && (await this.#isOurs(root, parts))) partly ??= root;
    }
    return partly === undefined ? { kind: "external" } : this.#missing(pathsOf(partly, parts));
  }

  /** Whether a name of which only the beginning is there can be of nobody else: a package, or a folder with code of the name's second part. */
  async #isOurs(root: string, parts: readonly string[]): Promise<boolean> {
    const [first = "", second = ""] = parts;
    const package_ = await this.at(root, [first]);
    if (package_?.kind !== "files") return false;
    const [file] = package_.files;
    if (file !== undefined) return !/\b__path__\b/.test((await this.#tree.text(file)) ?? "");
    if (standardModules.has(first)) return false;
    const deeper = parts.length > 2 ? await this.at(within(root, first), [second]) : package_;
    return deeper?.kind === "files" && (deeper.files.length > 0 || (await this.#holdsPython(deeper.folder)));
  }

  async #holdsPython(folder: string | null, depth = 0): Promise<boolean> {
    const inside = [...((folder === null ? undefined : await this.#tree.entries(folder)) ?? [])];
    if (inside.some(([name, kind]) => kind === "file" && /\.pyi?$/.test(name))) return true;
    if (depth > 1) return false;
    const below = inside.filter(([name, kind]) => kind === "folder" && /^[a-z_]\w*$/i.test(name)).slice(0, 20);
    for (const [name] of below) if (await this.#holdsPython(within(folder ?? "", name), depth + 1)) return true;
    return false;
  }

  /** Missing, unless something else of that name is there, or could be: compiled, generated or ignored. */
  async #missing(tried: readonly string[]): Promise<Module> {
    const [path = ""] = tried;
    const stem = path.replace(/(?:\/__init__)?\.pyi?$/, "");
    const name = stem.slice(stem.lastIndexOf("/") + 1);
    const beside = [...((await this.#tree.entries(folderOf(stem)))?.keys() ?? [])].find((one) => one.startsWith(`${name}.`));
    if (beside !== undefined) return { kind: "unknown", reason: `${beside} is there, which is not Python` };
    for (const one of tried)
      if (await isIgnored(this.#tree, one)) return { kind: "unknown", reason: "git ignores it, so it may be there all the same" };
    if (/^_?_?version_?_?$|_pb2(?:_grpc)?$/.test(name)) return { kind: "unknown", reason: "files of its name are mostly generated" };
    return { kind: "missing", tried };
  }

  #rootsOf(folder: string): Promise<readonly string[]> {
    return remembered(this.#roots, folder, () => this.#readRoots(folder));
  }

  /** Above the package that the folder belongs to, then the folders of projects and their sources. */
  async #readRoots(folder: string): Promise<readonly string[]> {
    const roots = [await this.#abovePackage(folder)];
    for (const above of upwards(folder)) {
      const names = await this.#tree.entries(above);
      if (above !== "" && ![...(names?.keys() ?? [])].some((name) => projectFile.test(name))) continue;
      roots.push(above, ...["src", "lib", "python"].map((name) => within(above, name)));
      if (names?.get("pyproject.toml") === "file") roots.push(...(await this.#members(above)));
    }
    return [...new Set(roots)];
  }

  async #abovePackage(folder: string): Promise<string> {
    let top = folder;
    while (top !== "" && (await this.#tree.entries(top))?.has("__init__.py")) top = folderOf(top);
    return top;
  }

  /** Projects of a uv workspace. */
  async #members(folder: string): Promise<string[]> {
    const tool = objectIn(objectIn(parsedToml((await this.#tree.text(within(folder, "pyproject.toml"))) ?? ""))["tool"]);
    const members = stringsIn(objectIn(objectIn(tool["uv"])["workspace"])["members"]);
    return (await foldersMatching(this.#tree, folder, members)).flatMap((member) => [member, within(member, "src")]);
  }
}

const projectFile = /^(?:pyproject\.toml|setup\.(?:py|cfg)|Pipfile|requirements.*\.txt|manage\.py|tox\.ini)$/;

const within = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);

const pathsOf = (folder: string, parts: readonly string[]): string[] => {
  const path = within(folder, parts.join("/"));
  return parts.length === 0 ? [within(folder, "__init__.py")] : [`${path}.py`, `${path}/__init__.py`];
};

const parsedToml = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

/** Modules of Python's own whose names folders without code of Python often have as well. */
const standardModules: ReadonlySet<string> = new Set(
  (
    "abc ast asyncio base64 calendar cmd code codecs collections concurrent configparser contextlib copy csv ctypes curses dataclasses datetime decimal " +
    "email encodings enum functools gettext glob graphlib gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json locale logging math " +
    "mimetypes multiprocessing numbers operator os pathlib pickle platform plistlib pprint profile queue random re resource sched secrets select selectors " +
    "shelve shlex shutil signal site socket sqlite3 ssl stat statistics string struct subprocess symtable sys sysconfig tarfile tempfile test textwrap " +
    "threading time timeit token tokenize trace traceback types typing unittest urllib uuid venv warnings weakref wsgiref xml zipfile zlib zoneinfo"
  ).split(" "),
);
