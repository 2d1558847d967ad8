import fs from "node:fs/promises";
import { bytesOf, isText, type RawPath, shownPath } from "../git/raw-path.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { NotAssessed } from "../model/change.ts";

/** Paths to take into a snapshot and those to leave out of it, with the reasons a person should hear. */
export interface Selection {
  readonly taken: readonly RawPath[];
  readonly leftOut: ReadonlySet<RawPath>;
  readonly notAssessed: readonly NotAssessed[];
}

/** Untracked files above this are not source: they would fill the disk with every save. */
export const untrackedLimit = 32 * 1024 * 1024;

/** Tracked files above this take longer to read than a sensor may. */
const trackedLimit = 256 * 1024 * 1024;

/** More untracked files than this are a build folder that nobody ignored. */
const untrackedCount = 20_000;

/** Which of the changed tracked files and the untracked ones belong into a snapshot. */
export const selectPaths = async (worktree: Worktree, changed: readonly RawPath[], untracked: readonly RawPath[]): Promise<Selection> => {
  const own = await withoutNestedRepositories(worktree, untracked);
  const judged = await Promise.all([
    ...changed.map((path) => judge(worktree, path, trackedLimit)),
    ...own.slice(0, untrackedCount).map((path) => judge(worktree, path, untrackedLimit)),
  ]);
  const refused = judged.filter(({ reason }) => reason !== undefined);
  const notAssessed = refused.map(({ path, reason = "" }) => ({ path: shownPath(path), reason }));
  if (own.length > untrackedCount)
    notAssessed.push({ path: "", reason: `only ${untrackedCount} of ${own.length} untracked files are looked at` });
  const taken = judged.filter(({ reason }) => reason === undefined).map(({ path }) => path);
  const kept = new Set(taken);
  return { taken, leftOut: new Set([...changed, ...untracked].filter((path) => !kept.has(path))), notAssessed };
};

/** The path on disk, in the bytes it has there. */
export const placeOnDisk = (worktree: Worktree, path: RawPath): Buffer => Buffer.concat([Buffer.from(`${worktree.path}/`), bytesOf(path)]);

/**
 * git lists a repository or worktree within this one as `folder/`; when its git directory is gone (a worktree that was pruned while its
 * folder stayed) it lists every file in it instead. Neither is work of this worktree.
 */
const withoutNestedRepositories = async (worktree: Worktree, untracked: readonly RawPath[]): Promise<RawPath[]> => {
  const files = untracked.filter((path) => !path.endsWith("/"));
  const folders = [...new Set(files.flatMap(foldersAbove))];
  const nested = new Set<RawPath>();
  await Promise.all(
    folders.map(async (folder) => {
      if (await exists(placeOnDisk(worktree, `${folder}/.git`))) nested.add(folder);
    }),
  );
  return nested.size === 0 ? files : files.filter((path) => !foldersAbove(path).some((folder) => nested.has(folder)));
};

/** `a/b/c` is in `a` and `a/b`. */
export const foldersAbove = (path: RawPath): RawPath[] => {
  const folders: RawPath[] = [];
  for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1)) folders.push(path.slice(0, slash));
  return folders;
};

const exists = (place: Buffer): Promise<boolean> =>
  fs.lstat(place).then(
    () => true,
    () => false,
  );

const judge = async (worktree: Worktree, path: RawPath, limit: number): Promise<{ path: RawPath; reason?: string }> => {
  if (!isText(path)) return { path, reason: "its name is not UTF-8" };
  const place = placeOnDisk(worktree, path);
  // What is gone by now is git's to notice.
  const stat = await fs.lstat(place).catch(() => undefined);
  if (!stat?.isFile()) return { path };
  if (stat.size > limit) return { path, reason: `${Math.round(stat.size / 1024 / 1024)} MiB is more than ${limit / 1024 / 1024} MiB` };
  const failure: NodeJS.ErrnoException | undefined = await fs.access(place, fs.constants.R_OK).then(
    () => undefined,
    (error) => error,
  );
  return failure === undefined || failure.code === "ENOENT" ? { path } : { path, reason: `it cannot be read (${failure.code})` };
};
