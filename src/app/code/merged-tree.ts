import { type TreeEntry, treeMode } from "../../git/trees.ts";
import type { FileFacts, Unread } from "../../model/code.ts";
import type { Merge } from "../../model/pair.ts";
import { type CodeTree, isRead } from "../../symbols/code-tree.ts";
import { threeWayFacts } from "../../symbols/three-way.ts";
import type { CodeStore } from "./code-store.ts";
import { GitTree, isFile, kindsOf } from "./git-tree.ts";

/** The three versions that a merge starts from; no base when the sides have nothing in common. */
export interface MergeSides {
  readonly base: GitTree | null;
  readonly ours: GitTree;
  readonly theirs: GitTree;
}

/**
 * The code as a merge of both sides would give it. Git's own merge where it was asked for one; else, entry by entry, what the side has that
 * changed it. A file whose lines git cannot merge holds what both sides' changes come to.
 */
export class MergedTree implements CodeTree {
  readonly #store: CodeStore;
  readonly #sides: MergeSides;
  readonly #merged: GitTree | undefined;
  readonly #conflicted: ReadonlySet<string>;
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, TreeEntry> | undefined>>();

  constructor(store: CodeStore, sides: MergeSides, merge: Merge) {
    this.#store = store;
    this.#sides = sides;
    this.#merged = merge.kind === "predicted" ? new GitTree(store, merge.tree) : undefined;
    this.#conflicted = new Set(merge.kind === "predicted" ? merge.stages.map(({ path }) => path) : []);
  }

  async entries(folder: string): Promise<ReadonlyMap<string, "file" | "folder"> | undefined> {
    const entries = await this.#folder(folder);
    return entries && kindsOf(entries);
  }

  async text(path: string): Promise<string | undefined> {
    const entry = await this.#entry(path);
    return entry && isFile(entry) ? this.#store.text(entry.oid) : undefined;
  }

  async facts(path: string): Promise<FileFacts | Unread | undefined> {
    const entry = await this.#entry(path);
    const unsettled = this.#conflicted.has(path) || (!this.#merged && (await this.#isChangedByBoth(path)));
    if (!unsettled) return entry && isFile(entry) ? this.#store.facts(entry.oid, path) : undefined;
    const { base, ours, theirs } = this.#sides;
    const [b, o, t] = await Promise.all([base?.facts(path), ours.facts(path), theirs.facts(path)]);
    return isRead(o) && isRead(t) ? threeWayFacts(isRead(b) ? b : null, o, t) : (o ?? t);
  }

  async #entry(path: string): Promise<TreeEntry | undefined> {
    if (this.#merged) return this.#merged.entry(path);
    const slash = path.lastIndexOf("/");
    return (await this.#folder(path.slice(0, Math.max(0, slash))))?.get(path.slice(slash + 1));
  }

  #folder(path: string): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
    const known = this.#folders.get(path);
    if (known) return known;
    const reading = this.#merged ? this.#merged.folder(path) : this.#mergedFolder(path);
    this.#folders.set(path, reading);
    return reading;
  }

  async #mergedFolder(path: string): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
    const { base, ours, theirs } = this.#sides;
    const [b, o, t] = await Promise.all([base?.folder(path), ours.folder(path), theirs.folder(path)]);
    if (!o && !t) return;
    const entries = new Map<string, TreeEntry>();
    for (const name of new Set([...(o?.keys() ?? []), ...(t?.keys() ?? [])])) {
      const entry = mergedEntry(b?.get(name), o?.get(name), t?.get(name));
      if (entry) entries.set(name, entry);
    }
    return entries;
  }

  async #isChangedByBoth(path: string): Promise<boolean> {
    const { base, ours, theirs } = this.#sides;
    const [b, o, t] = await Promise.all([base?.entry(path), ours.entry(path), theirs.entry(path)]);
    return o !== undefined && t !== undefined && o.oid !== t.oid && o.oid !== b?.oid && t.oid !== b?.oid;
  }
}

/** What one side changed is as it has it. A folder that both changed is one still: what is in it is asked for by its path. */
const mergedEntry = (base: TreeEntry | undefined, ours: TreeEntry | undefined, theirs: TreeEntry | undefined): TreeEntry | undefined => {
  if (ours?.oid === base?.oid) return theirs;
  if (theirs?.oid === base?.oid) return ours;
  return ours?.mode === treeMode || !theirs ? ours : theirs;
};
