import type { RawPath } from "../git/raw-path.ts";
import { type Tree, type TreeEntry, type Trees, treeMode } from "../git/trees.ts";
import type { Oid } from "../model/ids.ts";

/** What becomes of paths: their new entry, or null to take them out. */
export type Edits = ReadonlyMap<RawPath, TreeEntry | null>;

/** A tree with `edits` applied. Reads and writes only the folders that hold an edited path; a folder that became empty is gone. */
export const editTree = async (trees: Trees, root: Oid, edits: Edits): Promise<Oid> =>
  (await edited(trees, root, edits)) ?? trees.write(new Map());

/** What stands at a path of a tree: an entry, nothing, or `within` when a file or another repository stands where a folder would have to. */
export const findEntry = async (trees: Trees, root: Oid, path: RawPath): Promise<TreeEntry | undefined | "within"> => {
  let tree: Tree = await trees.read(root);
  const names = path.split("/");
  for (const [depth, name] of names.entries()) {
    const entry = tree.get(name);
    if (depth === names.length - 1 || entry === undefined) return entry;
    if (entry.mode !== treeMode) return "within";
    tree = await trees.read(entry.oid);
  }
  return undefined;
};

/** Undefined when nothing is left. */
const edited = async (trees: Trees, root: Oid | undefined, edits: Edits): Promise<Oid | undefined> => {
  const before: Tree = root === undefined ? new Map() : await trees.read(root);
  const after = new Map(before);
  const folders = new Map<RawPath, Map<RawPath, TreeEntry | null>>();
  for (const [path, entry] of edits) {
    const slash = path.indexOf("/");
    if (slash >= 0) folderIn(folders, path.slice(0, slash)).set(path.slice(slash + 1), entry);
    else if (entry === null) after.delete(path);
    else after.set(path, entry);
  }
  for (const [name, inner] of folders) {
    const entry = after.get(name);
    const folder = entry?.mode === treeMode ? entry.oid : undefined;
    const oid = await edited(trees, folder, inner);
    if (oid !== undefined) after.set(name, { mode: treeMode, oid });
    else if (folder !== undefined) after.delete(name);
  }
  if (after.size === 0) return undefined;
  return root !== undefined && isSame(before, after) ? root : trees.write(after);
};

const folderIn = (folders: Map<RawPath, Map<RawPath, TreeEntry | null>>, name: RawPath): Map<RawPath, TreeEntry | null> => {
  const known = folders.get(name);
  if (known) return known;
  const folder = new Map<RawPath, TreeEntry | null>();
  folders.set(name, folder);
  return folder;
};

const isSame = (before: Tree, after: Tree): boolean => {
  if (before.size !== after.size) return false;
  for (const [name, { mode, oid }] of after) {
    const old = before.get(name);
    if (old?.oid !== oid || old.mode !== mode) return false;
  }
  return true;
};
