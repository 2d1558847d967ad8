import type { Definition, DefinitionKind, FileFacts, Import } from "../../../src/model/code.ts";
import type { CodeTree } from "../../../src/symbols/code-tree.ts";
import { type Found, type Module, Resolver } from "../../../src/symbols/resolve.ts";

/** By path: the text of a manifest, or the facts of a source file. */
export type Code = Readonly<Record<string, string | FileFacts>>;

/** A version of the code that is all in memory. Facts stand for a source file without a text. */
export const treeOf = (code: Code): CodeTree => {
  const folders = new Map<string, Map<string, "file" | "folder">>([["", new Map()]]);
  for (const path of Object.keys(code)) {
    const parts = path.split("/");
    for (const [i, part] of parts.entries()) {
      const folder = parts.slice(0, i).join("/");
      folders.set(folder, (folders.get(folder) ?? new Map()).set(part, i === parts.length - 1 ? "file" : "folder"));
    }
  }
  const at = <T>(path: string, fits: (value: string | FileFacts) => value is T & (string | FileFacts)): T | undefined => {
    const value = code[path];
    return value !== undefined && fits(value) ? value : undefined;
  };
  return {
    entries: async (folder) => folders.get(folder),
    text: async (path) => at(path, (value): value is string => typeof value === "string"),
    facts: async (path) => at(path, (value): value is FileFacts => typeof value === "object"),
  };
};

/**
 * Facts, a word for each: "class Store.Entry < Base, Other", "private method Store.load", "function make: Store", "variable one: Type",
 * "import load as l, * as all from ./m", "export load as l", "export load as l from ./m", "export *  from ./m", "package m", "all a b".
 * Each stands on the line of its place in the list; what has "…12" at its end goes on to that line.
 */
export const facts = (...words: readonly string[]): FileFacts => ({
  definitions: words.flatMap((word, i) => definitionIn(word, i + 1) ?? []),
  imports: words.flatMap((word, i) => importIn(word, i + 1) ?? []),
  exports: words.flatMap((word, i) => exportsIn(word, i + 1)),
  uses: [],
  marks: [],
  package: words.map((word) => /^package (\S+)$/.exec(word)?.[1]).find((name) => name !== undefined) ?? null,
  tokens: "",
  starNames: words.map((word) => /^all ?(.*)$/.exec(word)?.[1]?.split(" ")).find((names) => names !== undefined) ?? null,
  syntaxError: null,
});

const definitionIn = (word: string, line: number): Definition | undefined => {
  const match =
    /^(?:(private|package) )?(function|method|class|interface|struct|trait|enum|type|variable|field|module) ([\w.$]+)(?:: ([^<…]+?))?(?: < ([^…]+?))?(?: ?…(\d+))?$/.exec(
      word,
    );
  const [, visibility = "public", kind = "", name = "", type, supertypes, end] = match ?? [];
  if (!match) return;
  const called = kind === "function" || kind === "method";
  return {
    name,
    kind: kind as DefinitionKind,
    line,
    endLine: end === undefined ? line : Number(end),
    visibility: visibility as Definition["visibility"],
    signature: called ? { parameters: [], async: false, typeParameters: 0, returns: type ?? null } : null,
    type: called ? null : (type ?? null),
    supertypes: supertypes?.split(", ") ?? [],
    own: "",
    body: "",
    sketch: "",
  };
};

const importIn = (word: string, line: number): Import | undefined => {
  const [, names, module] = /^import (?:(.*) from )?(\S+)$/.exec(word) ?? [];
  return module === undefined
    ? undefined
    : {
        module,
        line,
        form: "static",
        names: named(names).map(([imported, local]) => ({ imported, local: imported === "**" ? "" : local, line })),
      };
};

const exportsIn = (word: string, line: number): FileFacts["exports"] => {
  const [, names, module] = /^export (.*?)(?: from (\S+))?$/.exec(word) ?? [];
  return named(names).map(([local, name]) => ({
    name,
    local: module === undefined ? local : null,
    from: module === undefined ? null : { module, imported: local },
    line,
  }));
};

const named = (names: string | undefined): [string, string][] =>
  names?.split(", ").map((one) => {
    const [first = "", second = first] = one.split(" as ");
    return [first, second];
  }) ?? [];

/** What a name was found to be, in a word: "m.ts#Store.load", "hidden m.ts#one", "module a.ts", "missing a.ts", "external". */
export const said = (found: Found | Module): string => {
  if (found.kind === "definition") return `${found.path}#${found.definition.name}`;
  if (found.kind === "hidden") return `hidden ${found.path}#${found.definition.name}`;
  if (found.kind === "module" || found.kind === "files")
    return `module ${found.files.length > 0 ? found.files.join(" ") : `${found.folder}/`}`;
  if (found.kind !== "missing") return found.kind;
  return `missing ${"tried" in found ? found.tried[0] : found.path}`;
};

/** Questions to a version of the code, answered in words. */
export const asked = (code: Code) => {
  const tree = treeOf(code);
  const resolver = new Resolver(tree);
  return {
    /** The module that an import names. */
    module: async (from: string, module: string): Promise<string> => said(await resolver.modulesOf(from, module)),
    /** What a module offers. */
    offer: async (path: string, name: string): Promise<string> => said(await resolver.findExport(path, name)),
    /** What an import brings in. */
    taken: async (from: string, module: string, imported: string | null = null, line = 1): Promise<string> =>
      said(await resolver.resolveImport(from, { module, line }, imported)),
    /** What a use means; steps have dots between them. */
    use: async (
      from: string,
      path: string,
      through: "name" | "value" | "returned" = "name",
      place: { line?: number; within?: string } = {},
    ): Promise<string> => {
      const inside = code[from];
      if (typeof inside !== "object") throw new Error(`${from} has no facts`);
      return said(
        await resolver.resolveUse(from, inside, { path: path.split("."), through, line: place.line ?? 1, within: place.within ?? null }),
      );
    },
  };
};
