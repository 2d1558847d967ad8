import type { FileFacts, Import } from "../../../model/code.ts";
import { type CodeTree, isRead } from "../../../symbols/code-tree.ts";
import { type Found, Resolver } from "../../../symbols/resolve.ts";
import type { FileImports } from "./tests-reaching.ts";

const nothing: FileImports = { files: [], passed: [] };

/** Reads what files of one version of the code bring in. */
export class ImportReader {
  readonly #tree: CodeTree;
  readonly #resolver: Resolver;

  constructor(tree: CodeTree) {
    this.#tree = tree;
    this.#resolver = new Resolver(tree);
  }

  /**
   * A name that is imported by way of a barrel leads to the file that defines it: the rest of what the barrel offers does not matter to the one who
   * imports. In Go and Java, files of the own package come without an import.
   */
  async importsOf(path: string): Promise<FileImports> {
    const facts = await this.#tree.facts(path);
    if (!isRead(facts)) return nothing;
    const found = await Promise.all([...importsIn(facts).map((statement) => this.#follow(path, statement)), this.#ownPackage(path, facts)]);
    const files = new Set(found.flatMap((one) => one.files));
    files.delete(path);
    const passed = new Set(found.flatMap((one) => one.passed).filter((one) => !files.has(one)));
    return { files: [...files], passed: [...passed] };
  }

  async #follow(from: string, { module, names, line }: Import): Promise<FileImports> {
    const target = await this.#resolver.modulesOf(from, module);
    if (target.kind === "missing") return { files: [], passed: target.tried };
    const passing = target.kind === "files" ? target.files : [];
    if (names.length === 0 || names.some(({ imported }) => imported === "**")) return { files: passing, passed: [] };
    const files: string[] = [];
    for (const { imported } of names) {
      const found = await this.#resolver.resolveImport(from, { module, line }, imported);
      files.push(...(filesOf(found) ?? passing));
    }
    return { files, passed: passing };
  }

  async #ownPackage(path: string, { uses }: FileFacts): Promise<FileImports> {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (path.endsWith(".go")) {
      const names = [...((await this.#tree.entries(folder)) ?? [])].filter(
        ([name, kind]) => kind === "file" && /(?<!_test)\.go$/.test(name),
      );
      return { files: names.map(([name]) => (folder === "" ? name : `${folder}/${name}`)), passed: [] };
    }
    if (!path.endsWith(".java")) return nothing;
    const types = [...new Set(uses.map(({ path: [root = ""] }) => root))].filter((root) => /^[A-Z]/.test(root));
    const places = [folder, folder.replace(/(^|\/)src\/test\//, "$1src/main/")];
    const files: string[] = [];
    for (const place of new Set(places)) {
      const entries = await this.#tree.entries(place);
      for (const type of types) if (entries?.get(`${type}.java`) === "file") files.push(`${place}/${type}.java`);
    }
    return { files, passed: [] };
  }
}

/** Imports, and what is passed on straight from elsewhere. */
const importsIn = ({ imports, exports }: FileFacts): Import[] => [
  ...imports.filter(({ form }) => form !== "type"),
  ...exports.flatMap(({ name, from, line }): Import[] =>
    from
      ? [
          {
            module: from.module,
            line,
            form: "static",
            names: [{ imported: from.imported === "*" && name === "*" ? "**" : from.imported, local: name, line }],
          },
        ]
      : [],
  ),
];

/** Undefined for what leads to no file that is known. */
const filesOf = (found: Found): readonly string[] | undefined => {
  if (found.kind === "definition" || found.kind === "hidden") return [found.path];
  return found.kind === "module" ? found.files : undefined;
};
