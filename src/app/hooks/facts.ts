import fs from "node:fs/promises";
import path from "node:path";
import { type ConfigEntry, gitHooks, type HooksPath, readHooksPaths, readLocalConfig } from "../../git/hooks.ts";
import type { Repository } from "../../git/repository.ts";
import { readWorktrees } from "../../git/worktrees.ts";
import { type HookLayout, hookLayout, nerveHooks, placesOf } from "./layout.ts";

/** One file as it stands. `text` holds its bytes as latin1; empty unless it is a regular file. */
export interface FileFact {
  readonly kind: "file" | "symlink" | "other";
  readonly text: string;
  /** Permission bits. */
  readonly mode: number;
  readonly links: number;
}

/** All that a plan for the hooks is made from. */
export interface HookFacts {
  readonly layout: HookLayout;
  readonly commonDir: string;
  readonly gitVersion: readonly [major: number, minor: number];
  /** `elsewhere`: a symbolic link, so what it holds belongs to somebody else. */
  readonly gitFolder: "absent" | "folder" | "elsewhere";
  /** The `core.hooksPath` in force if ours were not there; undefined when that is git's own folder. */
  readonly foreignFolder: HooksPath | undefined;
  /** Hooks that the folder in force without us has in any worktree. */
  readonly foreignHooks: ReadonlySet<string>;
  /** By absolute path: every file there is in our folder, and the files of git's folder that may hold our lines. */
  readonly files: ReadonlyMap<string, FileFact>;
  /** The clone's own configuration. */
  readonly config: readonly ConfigEntry[];
}

/** Reads what is there now. Changes nothing. */
export const readHookFacts = async (repository: Repository): Promise<HookFacts> => {
  const layout = hookLayout(repository);
  const [hooksPaths, config, gitFolder, files] = await Promise.all([
    readHooksPaths(repository),
    readLocalConfig(repository),
    readFolderKind(layout.gitFolder),
    readFiles(layout),
  ]);
  const inForce = hooksPaths.filter(({ value }) => value !== "" && path.normalize(value) !== layout.chain).at(-1);
  const foreignFolder = inForce && (await isSameFolder(inForce.value, layout.gitFolder)) ? undefined : inForce;
  const foreignHooks = await readForeignHooks(repository, foreignFolder?.value ?? layout.gitFolder);
  return {
    layout,
    commonDir: repository.commonDir,
    gitVersion: repository.gitVersion,
    gitFolder,
    foreignFolder,
    foreignHooks,
    files,
    config,
  };
};

const readFolderKind = async (folder: string): Promise<HookFacts["gitFolder"]> => {
  const stat = await fs.lstat(folder).catch(() => undefined);
  if (!stat) return "absent";
  return stat.isDirectory() ? "folder" : "elsewhere";
};

const readFiles = async (layout: HookLayout): Promise<Map<string, FileFact>> => {
  const places = nerveHooks.flatMap((hook) => placesOf(layout, hook));
  for (const folder of [layout.home, layout.chain]) {
    const names = await fs.readdir(folder).catch(() => []);
    places.push(...names.map((name) => path.join(folder, name)).filter((place) => place !== layout.chain));
  }
  const files = new Map<string, FileFact>();
  for (const place of places) {
    const fact = await findFile(place);
    if (fact) files.set(place, fact);
  }
  return files;
};

/** The file at an absolute path, links not followed. */
export const findFile = async (place: string): Promise<FileFact | undefined> => {
  const stat = await fs.lstat(place).catch(() => undefined);
  if (!stat) return undefined;
  const kind = stat.isFile() ? "file" : stat.isSymbolicLink() ? "symlink" : "other";
  // Windows knows no permission bits: there git runs every hook.
  const mode = process.platform === "win32" ? 0o755 : stat.mode & 0o7777;
  return { kind, text: kind === "file" ? await fs.readFile(place, "latin1") : "", mode, links: stat.nlink };
};

const isSameFolder = async (value: string, folder: string): Promise<boolean> => {
  // A relative value means another folder in every worktree.
  if (!path.isAbsolute(value)) return false;
  const real = (place: string) => fs.realpath(place).catch(() => path.normalize(place));
  return (await real(value)) === (await real(folder));
};

const readForeignHooks = async (repository: Repository, folder: string): Promise<Set<string>> => {
  const worktrees = path.isAbsolute(folder) ? [repository.commonDir] : (await readWorktrees(repository)).map((worktree) => worktree.path);
  const known = new Set<string>(gitHooks);
  const found = new Set<string>();
  for (const worktree of worktrees) {
    for (const name of await fs.readdir(path.resolve(worktree, folder)).catch(() => [])) if (known.has(name)) found.add(name);
  }
  return found;
};
