import fs from "node:fs/promises";
import path from "node:path";
import { git } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/** Above either limit the store is thrown away and begun anew. */
export interface StoreLimits {
  readonly objects: number;
  readonly kibibytes: number;
}

const defaultLimits: StoreLimits = { objects: 50_000, kibibytes: 512 * 1024 };

/**
 * Environment for git processes that write snapshots, merged trees and throw-away commits: new objects go to `<nerveDir>/objects`, everything
 * in the user's object store (and what that borrows from) can be read. No lazy fetching: looking at work must not use the network.
 */
export const privateStore = (repository: Repository): Record<string, string> => ({
  GIT_OBJECT_DIRECTORY: storeDir(repository),
  GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted(path.join(repository.commonDir, "objects")),
  GIT_NO_LAZY_FETCH: "1",
});

/** Makes the store when it is not there. Cheap: call it at the start of each pass, for anybody may delete the store at any time. */
export const preparePrivateStore = async (repository: Repository): Promise<void> => {
  await fs.mkdir(path.join(storeDir(repository), "info"), { recursive: true });
};

/**
 * What tells this store from the one before or after it; undefined while there is none. Ids of objects that were written to another store
 * are worth nothing.
 */
export const findStoreIdentity = async (repository: Repository): Promise<string | undefined> => {
  try {
    const { ino, birthtimeNs } = await fs.stat(storeDir(repository), { bigint: true });
    return `${ino}.${birthtimeNs}`;
  } catch {
    return undefined;
  }
};

/**
 * Throws the store away when it has outgrown its limits, and says whether it did. Whoever is in the middle of a pass finds objects missing,
 * fails once, and succeeds when it starts again.
 */
export const rotatePrivateStore = async (repository: Repository, limits: StoreLimits = defaultLimits): Promise<boolean> => {
  await sweepRetired(repository);
  return (await outgrown(repository, limits)) && discardPrivateStore(repository);
};

/** Throws the store away, whatever is in it; false when another process was faster. */
export const discardPrivateStore = async (repository: Repository): Promise<boolean> => {
  const retired = path.join(repository.nerveDir, `${retiredPrefix}${process.pid}-${Date.now()}`);
  try {
    await fs.rename(storeDir(repository), retired);
  } catch {
    return false;
  }
  await preparePrivateStore(repository);
  await fs.rm(retired, { recursive: true, force: true });
  return true;
};

const retiredPrefix = "objects.retired-";

const storeDir = (repository: Repository): string => path.join(repository.nerveDir, "objects");

/** The list is separated by colons; an entry in double quotes is C-quoted, so any path can be said. */
const quoted = (dir: string): string => `"${dir.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

const outgrown = async (repository: Repository, limits: StoreLimits): Promise<boolean> => {
  if ((await findStoreIdentity(repository)) === undefined) return false;
  const { stdout } = await git(["count-objects", "-v"], inRepository(repository, { env: privateStore(repository) }));
  const counts = new Map(
    stdout
      .toString("utf8")
      .split("\n")
      .map((line) => line.split(": ", 2) as [string, string]),
  );
  const count = (name: string): number => Number(counts.get(name) ?? 0);
  return count("count") + count("in-pack") > limits.objects || count("size") + count("size-pack") > limits.kibibytes;
};

/** Removes what a process left behind that was killed between renaming and deleting. */
const sweepRetired = async (repository: Repository): Promise<void> => {
  const names = await fs.readdir(repository.nerveDir).catch(() => []);
  for (const name of names) {
    if (name.startsWith(retiredPrefix)) await fs.rm(path.join(repository.nerveDir, name), { recursive: true, force: true });
  }
};
