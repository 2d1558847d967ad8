import fs from "node:fs";
import path from "node:path";
import { NerveError } from "../../base/errors.ts";

/** Where the files of a contract are read from: the disk, or a revision. Paths have forward slashes. */
export interface FileTree {
  /** `pipe`: can be read once, and has no neighbours. */
  kindOf(path: string): Promise<"file" | "folder" | "pipe" | undefined>;
  /** The text of a file that is there. Throws (usage) when it is larger than any contract. */
  read(path: string): Promise<string>;
  /** Paths of the files in a folder that is there, seen from it, in order. `deep`: and below it, other than in `node_modules` and `.git`. */
  filesIn(folder: string, options: { deep: boolean }): Promise<string[]>;
}

/** Files as they are now. Paths are absolute. */
export const disk: FileTree = {
  async kindOf(file) {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "pipe";
  },

  async read(file) {
    return textOf(file, fs.statSync(file).size > mostBytes ? undefined : fs.readFileSync(file));
  },

  async filesIn(folder, { deep }) {
    const files: string[] = [];
    const open = [""];
    for (let below = open.pop(); below !== undefined; below = open.pop()) {
      for (const entry of fs.readdirSync(path.posix.join(folder, below), { withFileTypes: true })) {
        const file = path.posix.join(below, entry.name);
        if (entry.isFile()) files.push(file);
        else if (deep && entry.isDirectory() && !foreign.has(entry.name)) open.push(file);
      }
    }
    return files.sort();
  },
};

const foreign: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** `content` is undefined where it is not even worth reading. */
export const textOf = (file: string, content: Buffer | undefined): string => {
  if (content !== undefined && content.length <= mostBytes) return content.toString("utf8");
  throw new NerveError("usage", `${file} is larger than ${mostBytes / 1e6} MB: that is no contract`);
};

const mostBytes = 100e6;
