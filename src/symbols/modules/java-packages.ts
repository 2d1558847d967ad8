import type { CodeTree } from "../code-tree.ts";
import { isRead } from "../code-tree.ts";
import { folderOf, joined, upwards } from "../../base/paths.ts";
import { remembered } from "./remembered.ts";

/** Finds the folders of Java's packages, below the source root of the file that asks and those of the modules beside its own. */
export class JavaPackages {
  readonly #tree: CodeTree;
  readonly #roots = new Map<string, Promise<readonly string[]>>();

  constructor(tree: CodeTree) {
    this.#tree = tree;
  }

  /** All files of a package, as a file sees it. */
  async filesOf(from: string, package_: string): Promise<string[]> {
    const files: string[] = [];
    for (const folder of await this.#foldersOf(from, package_)) {
      const inside = [...((await this.#tree.entries(folder)) ?? [])];
      files.push(
        ...inside.filter(([name, kind]) => kind === "file" && /^\w+\.java$/.test(name)).map(([name]) => joined(folder, name) ?? name),
      );
    }
    return files;
  }

  /** Whether a type of that name is there in another language, as Kotlin beside Java. */
  async isElsewhereToo(from: string, package_: string, type: string): Promise<boolean> {
    const folders = (await this.#foldersOf(from, package_)).flatMap((folder) => [
      folder,
      folder.replace("/java/", "/kotlin/"),
      folder.replace("/java/", "/groovy/"),
    ]);
    const inside = await Promise.all(folders.map((folder) => this.#tree.entries(folder)));
    return inside.some((names) => ["kt", "groovy", "scala"].some((extension) => names?.has(`${type}.${extension}`)));
  }

  /**
   * Whether packages that begin so are of this repository: at least two parts of the name, and all but its last one, are a folder here, in which there is
   * more than the way to a single package. Others have packages in com.google, too.
   */
  async isOurs(from: string, parts: readonly string[]): Promise<boolean> {
    const shared = parts.slice(0, Math.max(2, parts.length - 1));
    const folders = await this.#foldersOf(from, shared.join("."));
    const inside = await Promise.all(folders.map((folder) => this.#tree.entries(folder)));
    const names = new Map(inside.flatMap((entries) => [...(entries ?? [])]));
    return names.size > 1 || [...names.values()].includes("file");
  }

  /** Whether two files stand in folders of one name below roots of code and of its tests. */
  samePackage(one: string, other: string): boolean {
    return belowRoot(folderOf(one)) === belowRoot(folderOf(other));
  }

  async #foldersOf(from: string, package_: string): Promise<string[]> {
    const below = package_.replaceAll(".", "/");
    return (await this.#rootsFor(from)).map((root) => joined(root, below) ?? below);
  }

  async #rootsFor(from: string): Promise<readonly string[]> {
    const own = await this.#ownRoot(from);
    return remembered(this.#roots, own, () => this.#readRoots(own));
  }

  /** Above the folders that the package clause names. */
  async #ownRoot(from: string): Promise<string> {
    const folder = folderOf(from);
    const facts = await this.#tree.facts(from);
    const below = isRead(facts) && facts.package ? facts.package.replaceAll(".", "/") : "";
    if (below !== "" && folder === below) return "";
    return below !== "" && folder.endsWith(`/${below}`) ? folder.slice(0, -below.length - 1) : folder;
  }

  /** The root itself, then those of the same module and of the modules beside and above it that are there. */
  async #readRoots(own: string): Promise<readonly string[]> {
    const module = own.replace(usualRoot, "");
    const modules = new Set([module]);
    for (const above of upwards(module).slice(0, 4)) {
      modules.add(above);
      for (const [name, kind] of (await this.#tree.entries(above)) ?? []) if (kind === "folder") modules.add(joined(above, name) ?? name);
    }
    const roots = await Promise.all([...modules].map((one) => this.#rootsIn(joined(one, "src") ?? "src")));
    return [...new Set([own, ...roots.flat()])];
  }

  /** "src/main/java", "src/test/java", "src/main/java-templates" and whatever else a build has, with `src` itself last. */
  async #rootsIn(sources: string): Promise<string[]> {
    const sets = await this.#foldersIn(sources);
    if (!sets) return [];
    const usual = ["main", "test"].filter((name) => sets.includes(name));
    const inOrder = [...usual, ...sets.filter((name) => !usual.includes(name))].map((name) => `${sources}/${name}`);
    const roots = await Promise.all(
      inOrder.map(async (set) =>
        ((await this.#foldersIn(set)) ?? []).filter((name) => /^java(?:\d|-|$)/.test(name)).map((name) => `${set}/${name}`),
      ),
    );
    return [...roots.flat(), sources];
  }

  async #foldersIn(folder: string): Promise<string[] | undefined> {
    const inside = await this.#tree.entries(folder);
    return inside && [...inside].filter(([, kind]) => kind === "folder").map(([name]) => name);
  }
}

const usualRoot = /(?:^|\/)src(?:\/\w+\/java[\w-]*)?$/;

const belowRoot = (folder: string): string =>
  folder.replace(/^.*?(?:^|\/)src\/\w+\/java[\w-]*\//, "").replace(/^(?:.*\/)?(?:src|test|tests)\//, "");
