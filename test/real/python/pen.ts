import path from "node:path";
import type { Aspect, Parameter, Pen, Subject } from "../language.ts";
import { Unfit } from "../patch.ts";

/** How a repository lays out its modules. */
export interface Layout {
  /** By file: the folder that its absolute module name starts from. */
  readonly roots: Readonly<Record<string, string>>;
  /** All `__init__.py`. */
  readonly packages: readonly string[];
  /** Inside a package, imports begin with dots. */
  readonly relative: boolean;
}

/** Writes Python as the repository does. */
export const penFor = ({ roots, packages, relative }: Layout): Pen => {
  const isPackage = new Set(packages.map((file) => path.posix.dirname(file)));
  const rootOf = (file: string): string => {
    let folder = path.posix.dirname(file);
    while (folder !== "." && isPackage.has(folder)) folder = path.posix.dirname(folder);
    return folder === "." ? "" : (roots[file] ?? folder);
  };
  return {
    moduleName(from, to) {
      const [root, parts] = [rootOf(to), partsOf(to)];
      const absolute = parts.slice(root === "" ? 0 : root.split("/").length);
      const folder = path.posix.dirname(from).split("/");
      const together = root === rootOf(from) && isPackage.has(folder.join("/")) && folder[parts.length - absolute.length] === absolute[0];
      if (relative && together) return dotted(folder, parts);
      // A script beside a package cannot be imported from elsewhere.
      if (absolute.length < 2 && path.posix.dirname(from) !== path.posix.dirname(to) && path.posix.basename(to) !== "__init__.py") return;
      return absolute.length === 0 ? undefined : absolute.join(".");
    },
    importOf(module, name, { local = name, type = false } = {}) {
      if (type) throw new Unfit("an import for types only breaks nothing at run time");
      return `from ${module} import ${name === local ? name : `${name} as ${local}`}\n`;
    },
    importModule(module, local) {
      if (!module.startsWith(".")) return `import ${module} as ${local}\n`;
      const [, from = "", name = ""] = /^(\.+(?:.*\.)?)([^.]*)$/.exec(module) ?? [];
      if (name === "") throw new Unfit("a package cannot import itself as a name");
      return `from ${/^\.+$/.test(from) ? from : from.replace(/\.$/, "")} import ${name} as ${local}\n`;
    },
    reexport: (module, name) => (name === undefined ? `from ${module} import *\n` : `from ${module} import ${name} as ${name}\n`),
    use: (subject, local, label, aspect) => useOf(subject, local, label, aspect, ""),
    lateUse: (subject, module, label, aspect) =>
      useOf(subject, subject.name, label, aspect, `    from ${module} import ${subject.name}\n\n`),
    newFile: (near, stem) => path.posix.join(path.posix.dirname(near), `${stem}.py`),
    newTest: (near, stem) => path.posix.join(path.posix.dirname(near), `test_${stem}.py`),
    comment: (text) => `# ${text}\n`,
    shadow: (name, label) =>
      `\ndef ${label}(${name}: list) -> int:\n    total = len(${name})\n    return total + len([one for one in ${name} if one])\n`,
    unrelated: (name) => `\ndef ${name}():\n    return ""\n`,
    call: (local, label) => `\ndef ${label}():\n    return ${local}()\n`,
    unrelatedMember: (member, label) =>
      `\nclass Source_${label}:\n    def __init__(self):\n        self.${member} = ""\n\n\ndef ${label}(source: Source_${label}):\n    return source.${member}\n`,
    alias: ({ name }, local) => `\n${name} = ${local}\n`,
    folderModule: (ext) => `__init__${ext}`,
    privateName: (name) => `_${name}`,
    requiredParameter: (name) => name,
    optionalParameter: (name) => `${name}=None`,
    sampleArgument: `"strict"`,
    vanished: ({ name }, indent) => `\n${indent}${name} = None`,
    idle: (indent) => `\n${indent}pass`,
    nothing: () => "None",
    promised: (type) => type,
    takesNames: true,
  };
};

/** `src/a/b.py` is src, a, b; a package is its folder. */
const partsOf = (file: string): string[] => {
  const parts = file.replace(/\.py$/, "").split("/");
  return parts.at(-1) === "__init__" ? parts.slice(0, -1) : parts;
};

/** A module as seen from a package: one dot for the package itself, one more for each step up. */
const dotted = (from: readonly string[], to: readonly string[]): string => {
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return ".".repeat(from.length - shared + 1) + to.slice(shared).join(".");
};

const useOf = (subject: Subject, local: string, label: string, { member, result, named }: Aspect, before: string): string => {
  if (member && !member.isStatic) {
    if (before !== "") throw new Unfit("an annotation is needed before the import");
    return `\ndef ${label}(source: ${local}):\n    return source.${member.name}\n`;
  }
  const value = member ? `${local}.${member.name}` : valueOf(subject, local, named ?? false);
  return `\ndef ${label}(value=None):\n${before}    return ${result ? `str(${value})` : value}\n`;
};

const valueOf = ({ kind, callable }: Subject, local: string, named: boolean): string => {
  if (kind === "class" || kind === "enum") return `isinstance(value, ${local})`;
  if (!callable) return local;
  const needed = callable.parameters.filter(({ optional, rest }) => !optional && !rest);
  return `${local}(${needed.map((parameter) => argumentFor(parameter, named)).join(", ")})`;
};

const argumentFor = ({ name, type, named }: Parameter, byName: boolean): string => {
  const sample = { str: `"sample"`, int: "1", bool: "True", float: "1.0", bytes: `b""` }[type ?? ""] ?? "value";
  return (named || byName) && name !== null ? `${name}=${sample}` : sample;
};
