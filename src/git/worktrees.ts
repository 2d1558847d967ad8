import fs from "node:fs/promises";
import path from "node:path";
import type { Oid } from "../model/ids.ts";
import { type GitOptions, git } from "./exec.ts";
import { type Operation, readOperation } from "./operation.ts";
import { rawPath, rawRecords, shownPath } from "./raw-path.ts";
import { inRepository, type Repository } from "./repository.ts";

/** One working tree of a clone. */
export interface Worktree {
  /** "main", or for a linked one what `worktreeIdOf` makes of git's own name for it. Stays when the worktree is moved. */
  readonly id: string;
  /** Absolute path of its root. Where the path is not UTF-8 it cannot be opened as text, and the worktree counts as vanished. */
  readonly path: string;
  /** Its own git directory: the common one, or `<commonDir>/worktrees/<git's name for it>`. */
  readonly gitDir: string;
  /** Null before the first commit. */
  readonly head: Oid | null;
  /** Short name of the branch; null when HEAD is detached, as it is during a rebase. */
  readonly branch: string | null;
  readonly locked: boolean;
  /** Its folder is not there (any more), or is no worktree now. */
  readonly vanished: boolean;
  /** The folder there belongs to another clone: this git directory is a copy, and the worktree is not ours. */
  readonly copied: boolean;
  readonly operation: Operation | null;
}

/**
 * The id of a linked worktree by git's name for it, which is its folder under `<commonDir>/worktrees`. A name is free to be "main"; it never
 * holds a "~", which no part of a ref may.
 */
export const worktreeIdOf = (name: string): Worktree["id"] => (name === mainId ? `${mainId}~` : name);

const nameOf = (id: Worktree["id"]): string => id.replace(/~$/, "");

/** Id of the main worktree. */
export const mainId = "main";

/** All worktrees of the clone, the main one first. The bare repository of a clone without a main worktree is not one. */
export const readWorktrees = async (repository: Repository): Promise<Worktree[]> => {
  const [{ stdout }, ids] = await Promise.all([
    git(["worktree", "list", "--porcelain", "-z"], inRepository(repository)),
    readIds(repository),
  ]);
  const listed: Promise<Worktree>[] = [];
  for (const [place, fields] of blocksOf(stdout).entries()) {
    if (fields.has("bare")) continue;
    const id = place === 0 ? mainId : ids.get(normalized(fields.get("worktree") ?? ""));
    if (id === undefined) continue;
    listed.push(describe(repository, id, fields));
  }
  return Promise.all(listed);
};

/** Runs git in one worktree, whatever may have become of the `.git` at its root: never in a repository that lies around it. */
export const inWorktree = (worktree: Pick<Worktree, "path" | "gitDir">, options: Omit<GitOptions, "cwd"> = {}): GitOptions => ({
  ...options,
  cwd: worktree.path,
  env: { GIT_DIR: worktree.gitDir, GIT_WORK_TREE: worktree.path, ...options.env },
});

/** Whether the folder at `path` is still the worktree of `gitDir`: gone, there, or that of another clone. */
export const readPlace = async (worktree: Pick<Worktree, "path" | "gitDir">): Promise<"ours" | "vanished" | "copied"> => {
  const claimed = await findGitDir(worktree.path);
  if (claimed === undefined) return "vanished";
  const [theirs, ours] = await Promise.all([
    fs.realpath(claimed).catch(() => claimed),
    fs.realpath(worktree.gitDir).catch(() => undefined),
  ]);
  if (ours === undefined) return "vanished";
  return theirs === ours ? "ours" : "copied";
};

type Fields = ReadonlyMap<string, string>;

/** Attributes of each worktree: `name value` records, an empty one after each worktree. Values are raw. */
const blocksOf = (output: Buffer): Fields[] => {
  const blocks: Fields[] = [];
  let fields = new Map<string, string>();
  for (const record of rawRecords(output)) {
    if (record === "") {
      blocks.push(fields);
      fields = new Map();
      continue;
    }
    const space = record.indexOf(" ");
    if (space < 0) fields.set(record, "");
    else fields.set(record.slice(0, space), record.slice(space + 1));
  }
  return blocks;
};

/** git does not print the name it gave a worktree, so it is found by where the worktree's git directory says it is. */
const readIds = async (repository: Repository): Promise<Map<string, string>> => {
  const folder = path.join(repository.commonDir, "worktrees");
  const names = await fs.readdir(folder).catch(() => []);
  const ids = new Map<string, string>();
  for (const name of names) {
    const text = await fs.readFile(path.join(folder, name, "gitdir"), "latin1").catch(() => undefined);
    if (text === undefined) continue;
    // Relative ones (worktree.useRelativePaths) are seen from the worktree's git directory.
    const dotGit = path.resolve(rawPath(path.join(folder, name)), text.trimEnd());
    ids.set(normalized(dotGit.replace(/\/\.git$/, "")), worktreeIdOf(name));
  }
  return ids;
};

const normalized = (raw: string): string => path.resolve(raw).replaceAll("\\", "/");

const describe = async (repository: Repository, id: string, fields: Fields): Promise<Worktree> => {
  const gitDir = id === mainId ? repository.commonDir : path.join(repository.commonDir, "worktrees", nameOf(id));
  const root = id === mainId ? mainRoot(repository, fields) : shownPath(fields.get("worktree") ?? "");
  const [place, operation] = await Promise.all([readPlace({ path: root, gitDir }), readOperation(gitDir)]);
  const head = fields.get("HEAD") ?? repository.zero;
  const branch = fields.get("branch");
  return {
    id,
    path: root,
    gitDir,
    head: head === repository.zero ? null : head,
    branch: branch === undefined ? null : shownPath(branch).replace(/^refs\/heads\//, ""),
    locked: fields.has("locked"),
    vanished: place === "vanished",
    copied: place === "copied",
    operation,
  };
};

/** For a submodule, or after `init --separate-git-dir`, git lists the git directory itself as the main worktree; we may know better. */
const mainRoot = (repository: Repository, fields: Fields): string =>
  repository.gitDir === repository.commonDir && repository.workTree !== null
    ? repository.workTree
    : shownPath(fields.get("worktree") ?? "");

/** The git directory that `.git` in `folder` is or points to. */
const findGitDir = async (folder: string): Promise<string | undefined> => {
  const dotGit = path.join(folder, ".git");
  try {
    if ((await fs.stat(dotGit)).isDirectory()) return dotGit;
    const pointer = /^gitdir: (.*?)[\r\n]*$/s.exec(await fs.readFile(dotGit, "utf8"));
    return pointer?.[1] === undefined ? undefined : path.resolve(folder, pointer[1]);
  } catch {
    return undefined;
  }
};
