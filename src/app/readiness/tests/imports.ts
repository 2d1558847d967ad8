import type { FileFacts, Import } from "../../../model/code.ts";
import { type CodeTree, isRead } from "../../../symbols/code-tree.ts";
import { folderOf, joined, upwards } from "../../../base/paths.ts";
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
   * imports. What comes without an import counts too: files of the own package in Go and Java, and pytest's conftest.py.
   */
  async importsOf(path: string): Promise<FileImports> {
    const facts = await this.#tree.facts(path);
    if (!isRead(facts)) return nothing;
    const found = await Promise.all(importsIn(facts).map((statement) => this.#follow(path, statement)));
    const files = new Set([...found.flatMap((one) => one.files), ...(await this.#unsaid(path, facts))]);
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

  async #unsaid(path: string, { uses }: FileFacts): Promise<string[]> {
    const folder = folderOf(path);
    if (path.endsWith(".go")) return this.#existing(folder, (name) => /(?<!_test)\.go$/.test(name));
    if (/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)) {
      const found = await Promise.all(upwards(folder).map((above) => this.#existing(above, (name) => name === "conftest.py")));
      return found.flat();
    }
    if (!path.endsWith(".java")) return [];
    const types = new Set(uses.map(({ path: [root = ""] }) => `${root}.java`));
    const places = new Set([folder, folder.replace(/(^|\/)src\/test\//, "$1src/main/")]);
    return (await Promise.all([...places].map((place) => this.#existing(place, (name) => types.has(name))))).flat();
  }

  /** Files of a folder whose names fit. */
  async #existing(folder: string, fits: (name: string) => boolean): Promise<string[]> {
    const entries = [...((await this.#tree.entries(folder)) ?? [])];
    return entries.flatMap(([name, kind]) => (kind === "file" && fits(name) ? [joined(folder, name) ?? name] : []));
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
