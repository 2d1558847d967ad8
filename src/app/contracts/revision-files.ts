import path from "node:path";
import { NerveError } from "../../base/errors.ts";
import { readFileNames } from "../../git/file-names.ts";
import { readNamed } from "../../git/named.ts";
import { ObjectReader } from "../../git/objects.ts";
import type { Repository } from "../../git/repository.ts";
import { type FileTree, textOf } from "./file-tree.ts";

/** Files of a commit or tree, or of the index. Paths are seen from the root of the repository. */
export class RevisionFiles implements FileTree {
  readonly #repository: Repository;
  readonly #objects: ObjectReader;
  /** What git has before the colon: the id of a tree, or nothing and the number of a stage for the index. */
  readonly #tree: string;

  private constructor(repository: Repository, tree: string) {
    this.#repository = repository;
    this.#tree = tree;
    this.#objects = new ObjectReader(repository, { GIT_DIR: repository.gitDir, ...indexOf(repository) });
  }

  /** `revision`: as git takes it before the colon of `<rev>:<path>`; empty for the index. Throws (usage) when there is none. */
  static async open(repository: Repository, revision: string): Promise<RevisionFiles> {
    if (revision === "" || /^:[0-3]$/.test(revision)) return new RevisionFiles(repository, revision);
    const [named] = await readNamed(repository, [revision]);
    if (!named) throw new NerveError("environment", `git cannot read ${revision}`, { hint: "See: git fsck" });
    return new RevisionFiles(repository, named.tree);
  }

  async kindOf(file: string): Promise<"file" | "folder" | undefined> {
    const type = (await this.#find(file))?.type;
    return type === "blob" ? "file" : type === "tree" ? "folder" : undefined;
  }

  async read(file: string): Promise<string> {
    return textOf(file, (await this.#find(file))?.content);
  }

  async filesIn(folder: string, { deep }: { deep: boolean }): Promise<string[]> {
    const tree = await this.#find(folder);
    const files = tree ? await readFileNames(this.#repository, tree.oid) : [];
    return files.filter((file) => deep || !file.includes("/")).sort();
  }

  close(): Promise<void> {
    return this.#objects.close();
  }

  #find(file: string) {
    return file.includes("\n") ? undefined : this.#objects.find(`${this.#tree}:${file}`);
  }
}

/** Inside a commit hook, the index of the commit that is being made. */
const indexOf = ({ workTree }: Repository): Readonly<Record<string, string>> => {
  const index = process.env["GIT_INDEX_FILE"];
  return index === undefined || workTree === null ? {} : { GIT_INDEX_FILE: path.resolve(workTree, index) };
};
