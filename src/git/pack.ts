import fs from "node:fs";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { Oid } from "../model/ids.ts";
import { git, gitText } from "./exec.ts";
import { inRepository, type Repository } from "./repository.ts";

/**
 * Packs of our own in the repository's object store, next to git's. Nothing here decides what to pack or remove; each step is safe by itself:
 * a pack is made in a folder of ours, placed whole, proved in place, and only then may what it holds be removed elsewhere.
 */

/** Name of a pack without folder and extension: `pack-<hash>`. */
export type PackName = string;

/** Packs `oids` into `folder`, which must be empty and on the store's file system. Throws (environment) when one is damaged or the disk is full. */
export const makePack = async (repository: Repository, folder: string, oids: readonly Oid[]): Promise<PackName> => {
  // git keeps the unfinished pack in the object directory and leaves it there when it is killed or the disk is full: give it ours.
  const env = { GIT_OBJECT_DIRECTORY: folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted(objectsIn(repository)), ...noLazyFetch };
  fs.mkdirSync(path.join(folder, "pack"));
  const hash = await gitText(
    ["-c", "pack.packSizeLimit=0", "pack-objects", "--quiet", "--threads=1", path.join(folder, "pack", "pack")],
    inRepository(repository, { env, input: `${oids.join("\n")}\n` }),
  );
  return `pack-${hash}`;
};

/**
 * Moves a pack that `makePack` left in `folder` into the store and reads all of it back there: what it holds. Undefined when the user's own
 * `git gc` has taken it in meanwhile. Throws (environment) when it is not whole.
 */
export const placePack = async (repository: Repository, folder: string, name: PackName): Promise<Oid[] | undefined> => {
  const store = packsIn(repository);
  fs.mkdirSync(store, { recursive: true });
  // The index last: by it git sees the pack.
  for (const extension of [".pack", ".rev", ".idx"]) {
    const made = path.join(folder, "pack", name + extension);
    if (fs.existsSync(made)) fs.renameSync(made, path.join(store, name + extension));
  }
  flushFolder(store);
  const index = path.join(store, `${name}.idx`);
  try {
    await git(["verify-pack", index], inRepository(repository));
    return await readPack(repository, name);
  } catch (error) {
    if (!fs.existsSync(index)) return;
    throw error;
  }
};

/** What a pack in the store holds. Throws (environment) when it has no readable index. */
export const readPack = async (repository: Repository, name: PackName): Promise<Oid[]> => {
  const input = await fs.promises.readFile(path.join(packsIn(repository), `${name}.idx`)).catch((cause: Error) => {
    throw new NerveError("environment", `the index of ${name} cannot be read: ${cause.message}`, { cause });
  });
  const lines = await gitText(["show-index", `--object-format=${repository.objectFormat}`], inRepository(repository, { input }));
  return lines === "" ? [] : lines.split("\n").map((line) => line.split(" ", 2)[1] ?? "");
};

/** True when `name` stands in the store and nobody else relies on it: no `.keep`, and no multi-pack index that lists it. */
export const isFreePack = (repository: Repository, name: PackName): boolean => {
  const store = packsIn(repository);
  const has = (file: string) => fs.existsSync(path.join(store, file));
  if (!has(`${name}.pack`) || !has(`${name}.idx`) || has(`${name}.keep`) || has(`${name}.promisor`)) return false;
  return !has("multi-pack-index") || !fs.readFileSync(path.join(store, "multi-pack-index")).includes(`${name}.idx\0`);
};

/** Removes a pack from the store. The index goes first, so that no reader finds half a pack. */
export const removePack = (repository: Repository, name: PackName): void => {
  for (const extension of [".idx", ".rev", ".bitmap", ".pack"])
    fs.rmSync(path.join(packsIn(repository), name + extension), { force: true });
};

/** A pack whose removal (or arrival) was cut short: there is data and no index, and nobody has touched it for `ageMs`. */
export const isPackRemnant = (repository: Repository, name: PackName, ageMs: number): boolean => {
  const base = path.join(packsIn(repository), name);
  const data = fs.statSync(`${base}.pack`, { throwIfNoEntry: false });
  return data !== undefined && !fs.existsSync(`${base}.idx`) && Date.now() - data.mtimeMs > ageMs;
};

/** True when the object is a file of its own in this repository's store; in an alternate's does not count. */
export const isLoose = (repository: Repository, oid: Oid): boolean => fs.existsSync(looseFile(repository, oid));

/** Removes the object's own file, if it has one. Only for what a pack that was proved holds. */
export const removeLoose = (repository: Repository, oid: Oid): void => fs.rmSync(looseFile(repository, oid), { force: true });

/** The objects of the histories `tips` that those of `known` do not reach. What a partial clone left out is neither listed nor fetched. */
export const readHistory = async (repository: Repository, tips: readonly Oid[], known: readonly Oid[]): Promise<Oid[]> => {
  if (tips.length === 0) return [];
  const text = await gitText(
    ["rev-list", "--objects", "--no-object-names", "--ignore-missing", "--missing=allow-any", "--stdin"],
    inRepository(repository, { env: noLazyFetch, input: [...tips, ...known.map((oid) => `^${oid}`), ""].join("\n") }),
  );
  return text === "" ? [] : text.split("\n");
};

/** Heeded from git 2.45 on; before, `--missing` does the same for walks. */
const noLazyFetch = { GIT_NO_LAZY_FETCH: "1" };

const objectsIn = ({ commonDir }: Repository): string => path.join(commonDir, "objects");

const packsIn = (repository: Repository): string => path.join(objectsIn(repository), "pack");

const looseFile = (repository: Repository, oid: Oid): string => path.join(objectsIn(repository), oid.slice(0, 2), oid.slice(2));

/** A path in a list that colons divide, as git takes it apart: C-style quotes protect it. */
const quoted = (file: string): string => `"${file.replace(/["\\]/g, "\\$&")}"`;

/** A power cut must not undo the renames and keep the removals that follow. Where folders cannot be flushed, the file system has to do. */
const flushFolder = (folder: string): void => {
  try {
    const descriptor = fs.openSync(folder, "r");
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {}
};
