import { folderOf, nameOf } from "../base/paths.ts";
import type { Change } from "../model/change.ts";

/** Everywhere in the tree that a change set can meet another one. */
export interface Reach {
  /** What it adds, edits, deletes, and both ends of what it moves. */
  readonly paths: ReadonlySet<string>;
  /** The folders above those paths: a file that takes the place of one is in its way. */
  readonly folders: ReadonlySet<string>;
  /** Folders that files left while others appeared elsewhere: git may take them for moved, and then what others add there moves along. */
  readonly left: ReadonlySet<string>;
  /** The folders above files it adds or moves in; "" is the root. */
  readonly entered: ReadonlySet<string>;
}

export const reachOf = (changes: Iterable<Change>): Reach => {
  const paths = new Set<string>();
  const folders = new Set<string>();
  const sources = new Set<string>();
  const targets = new Set<string>();
  for (const { path, oldPath, status } of changes) {
    paths.add(path);
    addFoldersAbove(path, folders);
    if (status === "added" || status === "renamed") targets.add(folderOf(path));
    if (status === "deleted") sources.add(folderOf(path));
    if (oldPath === undefined) continue;
    paths.add(oldPath);
    addFoldersAbove(oldPath, folders);
    sources.add(folderOf(oldPath));
  }
  return { paths, folders, left: leftBetween(sources, targets), entered: foldersFrom(targets) };
};

/** Whether merging the two could possibly fail: when they are not in touch, no merge needs to be tried. Symmetric. */
export const inTouch = (a: Reach, b: Reach): boolean => {
  const [small, large] = a.paths.size <= b.paths.size ? [a, b] : [b, a];
  return (
    some(small.paths, (path) => large.paths.has(path) || large.folders.has(path)) ||
    some(small.folders, (folder) => large.paths.has(folder)) ||
    some(a.left, (folder) => b.entered.has(folder)) ||
    some(b.left, (folder) => a.entered.has(folder))
  );
};

const some = (paths: Iterable<string>, test: (path: string) => boolean): boolean => {
  for (const path of paths) if (test(path)) return true;
  return false;
};

const addFoldersAbove = (path: string, folders: Set<string>): void => {
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
    const folder = path.slice(0, slash);
    // Its own parents came with it.
    if (folders.has(folder)) return;
    folders.add(folder);
  }
};

/**
 * Which file git's merge takes for the new home of which deleted one is its own affair (it may pair them otherwise than a diff does), so any
 * folder that lost a file may have moved to any folder that got one.
 */
const leftBetween = (sources: ReadonlySet<string>, targets: ReadonlySet<string>): Set<string> => {
  if (sources.size * targets.size > 10_000) return foldersFrom(sources);
  const left = new Set<string>();
  for (const source of sources) for (const target of targets) for (const folder of foldersLeft(source, target)) left.add(folder);
  return left;
};

/** `x/a -> y/a` says that `x/a` moved, and `x` too: folders as long as their names agree from the right. */
function* foldersLeft(from: string, to: string): Generator<string> {
  let [old, current] = [from, to];
  while (old !== current) {
    yield old;
    if (old === "" || current === "" || nameOf(old) !== nameOf(current)) return;
    [old, current] = [folderOf(old), folderOf(current)];
  }
}

/** The folders and all above them, the root included. */
const foldersFrom = (folders: ReadonlySet<string>): Set<string> => {
  const all = new Set<string>();
  for (const folder of folders) addFoldersAbove(`${folder}/`, all);
  if (folders.size > 0) all.add("");
  return all;
};
