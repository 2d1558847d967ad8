import type { Definition } from "../model/code.ts";

/**
 * A language that is read for its symbols. All that is known of it stands in its query files (the words they use: `grammars/README.md`);
 * here is only what a query cannot say.
 */
export interface Language {
  readonly name: string;
  /** Of the files it is for, with the dot. */
  readonly extensions: readonly string[];
  /** File in `grammars/`. */
  readonly grammar: string;
  /** Files in `grammars/`, read as if they were one; some for certain texts only, since to compile a query takes as long as to read a large file. */
  readonly queries: readonly (string | { readonly file: string; readonly where: RegExp })[];
  /** Of a file that is mostly in another language: only what stands in this group of it is read. */
  readonly blocks?: RegExp;
  /** Who may use a definition that no keyword speaks of. `member`: it is one of a class or the like. */
  readonly visibility: (name: string, member: boolean) => Definition["visibility"];
  /** `listed`: by export statements. `visible`: whatever stands at the top and is not private. `all`: the same, and what is imported there. */
  readonly exports: "listed" | "visible" | "all";
  /** Between the steps of a module's name, where imports come in groups with a common beginning. */
  readonly separator?: string;
  /** What a module is called where it is imported without a name of its own; by default what its path ends with. */
  readonly moduleName?: (module: string) => string;
}

const namedInCalls = /\b(?:import|require)\s*\(|\b(?:vi|jest)\./;

const commonQueries: Language["queries"] = [
  "ecmascript.scm",
  { file: "ecmascript-dynamic.scm", where: namedInCalls },
  { file: "ecmascript-commonjs.scm", where: /\bexports\b/ },
  { file: "ecmascript-marks.scm", where: /\bprocess\.env\b|\bimport\.meta\b|\(\s*["']\/|\.route\(/ },
];

const typedQueries: Language["queries"] = [
  "typescript.scm",
  { file: "typescript-dynamic.scm", where: namedInCalls },
  { file: "typescript-nest.scm", where: /@Controller\b/ },
];

/** What a component imports and calls; what its markup names is not seen. */
const scriptBlocks = /<script\b[^>]*>(.*?)<\/script\s*>/dgis;

const exportedByKeyword = (_name: string, member: boolean): Definition["visibility"] => (member ? "public" : "private");

/** "gopkg.in/yaml.v3", "example.com/yaml/v2" and "example.com/go-yaml" are all called yaml, as a rule. */
const goPackageName = (module: string): string =>
  module
    .replace(/[/.]v\d+$/, "")
    .replace(/^.*\//, "")
    .replace(/^go-|[-.]go$/g, "");

/** All there are: a language is one grammar, its query and one line here. */
export const languages: readonly Language[] = [
  {
    name: "typescript",
    extensions: [".ts", ".mts", ".cts"],
    grammar: "typescript.wasm",
    queries: [...commonQueries, ...typedQueries],
    visibility: exportedByKeyword,
    exports: "listed",
  },
  {
    name: "component",
    extensions: [".vue", ".svelte"],
    grammar: "typescript.wasm",
    queries: [...commonQueries, ...typedQueries],
    blocks: scriptBlocks,
    visibility: exportedByKeyword,
    exports: "listed",
  },
  {
    name: "tsx",
    extensions: [".tsx"],
    grammar: "tsx.wasm",
    queries: [...commonQueries, ...typedQueries, "jsx.scm"],
    visibility: exportedByKeyword,
    exports: "listed",
  },
  {
    name: "javascript",
    extensions: [".js", ".mjs", ".cjs", ".jsx"],
    grammar: "javascript.wasm",
    queries: [...commonQueries, "javascript.scm", { file: "javascript-dynamic.scm", where: namedInCalls }, "jsx.scm"],
    visibility: exportedByKeyword,
    exports: "listed",
  },
  {
    name: "python",
    extensions: [".py", ".pyi"],
    grammar: "python.wasm",
    queries: [
      "python.scm",
      { file: "python-fields.scm", where: /\bdataclass\b|\bNamedTuple\b/ },
      { file: "python-match.scm", where: /^\s*match\b.*:\s*(?:#.*)?$/m },
      { file: "python-marks.scm", where: /\burlpatterns\b|\benviron\b|\bgetenv\b|\bRoute\(|^\s*@[\w.]+\(\s*["']\//m },
    ],
    visibility: (name) => (/^_(?!_\w*__$)/.test(name) ? "private" : "public"),
    exports: "all",
  },
  {
    name: "go",
    extensions: [".go"],
    grammar: "go.wasm",
    queries: ["go.scm", { file: "go-marks.scm", where: /\bos\.(?:Getenv|LookupEnv)\b|\(\s*["`](?:[A-Z]+ )?\// }],
    visibility: (name) => (/^\p{Lu}/u.test(name) ? "public" : "package"),
    exports: "visible",
    moduleName: goPackageName,
  },
  {
    name: "java",
    extensions: [".java"],
    grammar: "java.wasm",
    queries: ["java.scm", { file: "java-marks.scm", where: /\bgetenv\b|@\w+Mapping\b|@Path\b/ }],
    visibility: () => "package",
    exports: "visible",
  },
  {
    name: "rust",
    extensions: [".rs"],
    grammar: "rust.wasm",
    queries: ["rust.scm", { file: "rust-marks.scm", where: /\benv\b|\.route\(|^\s*#\[\w+\("\//m }],
    visibility: () => "private",
    exports: "visible",
    separator: "::",
  },
];

/** The language of a file, by the end of its name. */
export const languageOf = (path: string): Language | undefined => {
  const end = /\.[^./]+$/.exec(path)?.[0].toLowerCase();
  return languages.find(({ extensions }) => end !== undefined && extensions.includes(end));
};
