import type { Change } from "../model/change.ts";

/** Everywhere in the tree that a change set can meet another one. */
export interface Reach {
  /** What it adds, edits, deletes, and both ends of what it moves. */
  readonly paths: ReadonlySet<string>;
  /** The folders above those paths: a file that takes the place of one is in its way. */
  readonly folders: ReadonlySet<string>;
  /** Folders that files moved out of: git may take them for moved folders, and then what others add there moves along. */
  readonly left: ReadonlySet<string>;
  /** The folders above files it adds or moves in; "" is the root. */
  readonly entered: ReadonlySet<string>;
}

export const reachOf = (changes: Iterable<Change>): Reach => {
  const paths = new Set<string>();
  const folders = new Set<string>();
  const left = new Set<string>();
  const entered = new Set<string>();
  for (const { path, oldPath, status } of changes) {
    paths.add(path);
    addFoldersAbove(path, folders);
    if (status === "added" || status === "renamed") {
      addFoldersAbove(path, entered);
      entered.add("");
    }
    if (oldPath === undefined) continue;
    paths.add(oldPath);
    addFoldersAbove(oldPath, folders);
    for (const folder of foldersLeft(oldPath, path)) left.add(folder);
  }
  return { paths, folders, left, entered };
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

/** `x/a/f -> y/a/f` says that `x/a` became `y/a` and that `x` became `y`: folders as long as their names agree from the right. */
function* foldersLeft(from: string, to: string): Generator<string> {
  let [old, current] = [folderOf(from), folderOf(to)];
  while (old !== current) {
    yield old;
    if (old === "" || current === "" || nameOf(old) !== nameOf(current)) return;
    [old, current] = [folderOf(old), folderOf(current)];
  }
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
