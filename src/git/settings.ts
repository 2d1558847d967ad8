import os from "node:os";
import path from "node:path";
import { git } from "./exec.ts";
import { sensing } from "./private-index.ts";
import type { RawPath } from "./raw-path.ts";
import { rawRecords } from "./raw-path.ts";
import type { Repository } from "./repository.ts";
import { inWorktree, type Worktree } from "./worktrees.ts";

/** How git is set up for one worktree. */
export interface Settings {
  /** By lower-case key; of a key that is set twice, the value that counts. */
  readonly values: ReadonlyMap<string, string>;
  /** Files outside the worktree that decide which paths git sees and how it reads them, whether they are there or not. */
  readonly files: readonly string[];
}

/** All settings in force, and the files that hold or could hold them, with the ignore and attribute rules beside them. */
export const readSettings = async (repository: Repository, worktree: Worktree): Promise<Settings> => {
  const { stdout } = await git(["config", "--list", "--show-origin", "-z"], inWorktree(worktree));
  const records = stdout.toString("utf8").split("\0");
  const values = new Map<string, string>();
  const files = new Set<string>();
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [origin = "", entry = ""] = records.slice(at, at + 2);
    const [key = ""] = entry.split("\n", 1);
    values.set(key, entry.slice(key.length + 1));
    if (origin.startsWith("file:")) files.add(path.resolve(worktree.path, origin.slice("file:".length)));
  }
  const home = os.homedir();
  const global = path.join(process.env["XDG_CONFIG_HOME"] || path.join(home, ".config"), "git");
  files.add(path.join(home, ".gitconfig"));
  for (const name of ["config", "ignore", "attributes"]) files.add(path.join(global, name));
  for (const key of ["core.excludesfile", "core.attributesfile"]) {
    const file = values.get(key);
    if (file) files.add(path.resolve(worktree.path, file.replace(/^~(?=\/)/, home)));
  }
  for (const name of ["config", "info/exclude", "info/attributes"]) files.add(path.join(repository.commonDir, name));
  for (const name of ["config.worktree", "info/sparse-checkout"]) files.add(path.join(worktree.gitDir, name));
  return { values, files: [...files] };
};

/** What the index says that its paths alone do not. */
export interface IndexNotes {
  /** Some entry is assumed unchanged or left out by a sparse checkout. */
  readonly flagged: boolean;
  /** Tracked `.gitattributes` files. */
  readonly attributes: readonly RawPath[];
}

/** Looks through the user's index for what makes it more than a list of paths. */
export const readIndexNotes = async (repository: Repository, worktree: Worktree): Promise<IndexNotes> => {
  const { stdout } = await git(["ls-files", "-v", "-z"], inWorktree(worktree, { env: sensing(repository) }));
  const text = stdout.toString("latin1");
  const attributes = text.includes(".gitattributes\0") ? rawRecords(stdout).map((record) => record.slice(2)) : [];
  return {
    flagged: /(^|\0)[a-zS] /.test(text),
    attributes: attributes.filter((file) => file === ".gitattributes" || file.endsWith("/.gitattributes")),
  };
};
