import { shownPath } from "../../git/raw-path.ts";
import { type TreeEntry, treeMode } from "../../git/trees.ts";
import type { FileFacts, Unread } from "../../model/code.ts";
import type { Oid } from "../../model/ids.ts";
import type { CodeTree } from "../../symbols/code-tree.ts";
import type { CodeStore } from "./code-store.ts";

/** The code of one tree (or commit) in git, read as far as somebody asks. */
export class GitTree implements CodeTree {
  readonly #store: CodeStore;
  readonly #root: Oid;
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, TreeEntry> | undefined>>();

  constructor(store: CodeStore, root: Oid) {
    this.#store = store;
    this.#root = root;
  }

  async entries(folder: string): Promise<ReadonlyMap<string, "file" | "folder"> | undefined> {
    const entries = await this.folder(folder);
    return entries && kindsOf(entries);
  }

  async text(path: string): Promise<string | undefined> {
    const entry = await this.entry(path);
    return entry && isFile(entry) ? this.#store.text(entry.oid) : undefined;
  }

  async facts(path: string): Promise<FileFacts | Unread | undefined> {
    const entry = await this.entry(path);
    return entry && isFile(entry) ? this.#store.facts(entry.oid, path) : undefined;
  }

  /** What stands at a path; undefined when nothing does. */
  async entry(path: string): Promise<TreeEntry | undefined> {
    const slash = path.lastIndexOf("/");
    return (await this.folder(path.slice(0, Math.max(0, slash))))?.get(path.slice(slash + 1));
  }

  /** What stands in a folder; undefined when there is none. */
  folder(path: string): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
    const known = this.#folders.get(path);
    if (known) return known;
    const reading = this.#readFolder(path);
    this.#folders.set(path, reading);
    return reading;
  }

  async #readFolder(path: string): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
    const at = path === "" ? { mode: treeMode, oid: this.#root } : await this.entry(path);
    if (at?.mode !== treeMode) return;
    const tree = await this.#store.trees.read(at.oid);
    return new Map([...tree].map(([name, entry]) => [shownPath(name), entry]));
  }
}

export const kindsOf = (entries: ReadonlyMap<string, TreeEntry>): Map<string, "file" | "folder"> => {
  const kinds = new Map<string, "file" | "folder">();
  for (const [name, { mode }] of entries)
    if (mode === treeMode || mode.startsWith("100")) kinds.set(name, mode === treeMode ? "folder" : "file");
  return kinds;
};

/** Neither a link nor another repository. */
export const isFile = ({ mode }: TreeEntry): boolean => mode.startsWith("100");
