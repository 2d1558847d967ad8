import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import type { NotAssessed } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import { configEnvironment } from "./config-environment.ts";
import { type GitOptions, git, gitText } from "./exec.ts";
import { preparePrivateStore, privateStore } from "./private-store.ts";
import { type RawPath, rawRecords, recordBytes } from "./raw-path.ts";
import type { Repository } from "./repository.ts";
import { inWorktree, type Worktree } from "./worktrees.ts";

/**
 * A throw-away copy of a worktree's index. The user's own is read once, never locked, never written; nor is anything else in their git
 * directory, whatever they have configured.
 */
export interface PrivateIndex {
  /** Each git process that works on it runs with these. */
  readonly options: GitOptions;
  readonly file: string;
}

/** Copies the user's index, whose cached file times make looking cheap; without one, starts from HEAD. `discardIndex` it afterwards. */
export const seedIndex = async (repository: Repository, worktree: Worktree): Promise<PrivateIndex> => {
  const folder = path.join(repository.nerveDir, "worktrees", worktree.id);
  await Promise.all([fs.mkdir(folder, { recursive: true }), preparePrivateStore(repository)]);
  const file = path.join(folder, `index.${process.pid}.${randomUUID().slice(0, 8)}`);
  const index = { file, options: inWorktree(worktree, { env: { ...sensing(repository), GIT_INDEX_FILE: file } }) };
  const users = path.join(worktree.gitDir, "index");
  const stat = await fs.stat(users).catch(() => undefined);
  if (stat) {
    await fs.copyFile(users, file);
    // git tells files that may have changed right after they were staged by the time of the index file: the copy must not look newer.
    const time = (Math.floor(stat.mtimeMs) - 1) / 1000;
    await fs.utimes(file, time, time);
  } else if (await hasHead(worktree)) {
    await git(["read-tree", "HEAD"], index.options);
  }
  return index;
};

/** Removes what is left of a private index. */
export const discardIndex = async ({ file }: PrivateIndex): Promise<void> => {
  await Promise.all([fs.rm(file, { force: true }), fs.rm(`${file}.lock`, { force: true })]);
};

/** Environment to look at a worktree with: new objects to the private store, and none of the helpers that would write beside the user's index. */
export const sensing = (repository: Repository): Record<string, string> => ({
  ...privateStore(repository),
  ...configEnvironment({
    "core.fsmonitor": "false",
    "core.untrackedCache": "false",
    "core.splitIndex": "false",
    "core.safecrlf": "false",
  }),
});

/** Tracked paths whose file differs from the index: gone, or else changed in content, mode or type. Commits of submodules count, dirt in them does not. */
export const readTrackedChanges = async ({ options }: PrivateIndex): Promise<{ changed: RawPath[]; removed: RawPath[] }> => {
  const { stdout } = await git(["diff-files", "-z", "--name-status", "--no-renames", "--ignore-submodules=dirty"], options);
  const records = rawRecords(stdout);
  const changed = new Set<RawPath>();
  const removed = new Set<RawPath>();
  const unmerged = new Set<RawPath>();
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [status = "", file = ""] = records.slice(at, at + 2);
    if (status === "U") unmerged.add(file);
    else (status === "D" ? removed : changed).add(file);
  }
  // An unmerged path is listed as such whether or not its file is there; `update-index` finds out.
  for (const file of unmerged) if (!removed.has(file)) changed.add(file);
  return { changed: [...changed], removed: [...removed] };
};

/** Untracked paths that no rule ignores. A repository within the worktree is one path that ends in a slash. Folders that could not be opened are told. */
export const readUntracked = async ({ options }: PrivateIndex): Promise<{ untracked: RawPath[]; notAssessed: NotAssessed[] }> => {
  const { stdout, stderr } = await git(["ls-files", "-z", "--others", "--exclude-standard"], options);
  const closed = stderr.matchAll(/^warning: could not open directory '(.*?)\/?': (.*)$/gm);
  return {
    untracked: rawRecords(stdout),
    notAssessed: [...closed].map(([, folder = "", reason = ""]) => ({ path: folder, reason })),
  };
};

/** Takes paths into the index as they are on disk; all of them or, when git refuses any, none: then the last words of git are returned. */
export const stagePaths = async ({ options }: PrivateIndex, paths: readonly RawPath[]): Promise<string | undefined> => {
  const args = ["update-index", "--add", "--remove", "--replace", "-z", "--stdin"];
  const { code, stderr } = await git(args, { ...options, input: recordBytes(paths), allow: [1, 128] });
  return code === 0 ? undefined : (stderr.split("\n").find((line) => /^(error|fatal): /.test(line)) ?? stderr);
};

/** Takes paths out of the index. */
export const unstagePaths = async ({ options }: PrivateIndex, paths: readonly RawPath[]): Promise<void> => {
  if (paths.length > 0) await git(["update-index", "--force-remove", "-z", "--stdin"], { ...options, input: recordBytes(paths) });
};

/** The index as a tree in the private store. */
export const writeIndexTree = ({ options }: PrivateIndex): Promise<Oid> => gitText(["write-tree"], options);

const hasHead = async (worktree: Worktree): Promise<boolean> =>
  (await git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], inWorktree(worktree, { allow: [1, 128] }))).code === 0;
