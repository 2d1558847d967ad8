import fs from "node:fs";
import path from "node:path";
import { NerveError } from "../../base/errors.ts";
import { openRepository } from "../../git/repository.ts";
import { disk, type FileTree } from "./file-tree.ts";
import { RevisionFiles } from "./revision-files.ts";

/** Where a contract that somebody named stands. */
export interface Place {
  /** As it was named. */
  readonly name: string;
  readonly tree: FileTree;
  readonly kind: "file" | "folder" | "pipe";
  /** In the tree. */
  readonly path: string;
  /** A path that was named beside it, as one of the same tree. */
  inTree(path: string): string;
  close(): Promise<void>;
}

/** What a path, or `<rev>:<path>`, names when said in the folder `cwd`. Throws (usage) when there is nothing. */
export const findPlace = async (cwd: string, name: string): Promise<Place> => {
  const onDisk = path.resolve(cwd, name);
  const [revision, inside] = splitRevision(name);
  if (inside === undefined || fs.existsSync(onDisk)) {
    const inTree = (file: string) => slashed(path.resolve(cwd, file));
    return placeIn(disk, { name, path: inTree(name), inTree, close: async () => {} });
  }
  const repository = await openRepository(cwd);
  const tree = await RevisionFiles.open(repository, revision);
  const here = slashed(path.relative(repository.workTree ?? cwd, fs.realpathSync(cwd)));
  const inTree = (file: string) => path.posix.join(here, slashed(path.relative(cwd, path.resolve(cwd, file))));
  // As git takes it: seen from the root unless it begins with a dot.
  const at = /^\.\.?(?:\/|$)/.test(inside) ? path.posix.join(here, inside) : path.posix.normalize(inside);
  return placeIn(tree, { name, path: at === "." ? "" : at.replace(/\/$/, ""), inTree, close: () => tree.close() });
};

const placeIn = async (tree: FileTree, place: Omit<Place, "tree" | "kind">): Promise<Place> => {
  const kind = place.name === "" ? undefined : await tree.kindOf(place.path);
  if (kind !== undefined) return { ...place, tree, kind };
  await place.close();
  throw new NerveError("usage", `there is no ${place.name || "contract without a name"}`, {
    hint:
      tree === disk
        ? "Name a file, a folder, or <rev>:<path> for what a commit has."
        : "What comes after the colon is seen from the root of the repository; begin it with ./ for one seen from here.",
  });
};

/** Before and after the colon, of which those in braces (`HEAD@{10:00}`) and the first of `:0:path` are none. */
const splitRevision = (name: string): readonly [revision: string, path: string | undefined] => {
  const found = /^(:[0-3]|(?:[^:{]|\{[^}]*\})*):(.*)$/s.exec(name);
  return [found?.[1] ?? "", found?.[2]];
};

const slashed = (file: string): string => file.replaceAll(path.sep, "/");
