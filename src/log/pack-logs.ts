import fs from "node:fs";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import {
  isFreePack,
  isLoose,
  isPackRemnant,
  makePack,
  type PackName,
  placePack,
  readHistory,
  readPack,
  removeLoose,
  removePack,
} from "../git/pack.ts";
import { findPlaneRef, planeNamespace, readRefs } from "../git/refs.ts";
import type { Repository } from "../git/repository.ts";
import type { Oid } from "../model/ids.ts";

/** What one call did. */
export interface Packed {
  /** `not due`: too few objects have gathered. `busy`: another process is packing, the user's `git gc` included; nothing was removed. */
  readonly outcome: "packed" | "not due" | "busy";
  /** Files of single objects that went into the pack. */
  readonly objects: number;
  /** Older packs of ours that went into it too. */
  readonly packs: number;
}

/** As many objects as a call finds worth a pack. `git gc --auto` starts at 6,700 loose ones, the user's own included. */
const objectLimit = 1000;

/** As many packs of ours may stand; then they become one. `git gc --auto` starts at 50, the user's own included. */
const packLimit = 10;

/** Packing takes seconds; what is older than this was left by a process that died. */
const staleAfterMs = 15 * 60_000;

/**
 * Puts the logs' objects into a pack once about a thousand have gathered (or when `force` is set), so that events do not stay files of their
 * own. Live statements are left out: they are replaced before a pack pays off, and may hold the user's own trees. Never touches an object
 * or a pack that is not ours. Throws (environment) when an object is damaged or the store cannot be written; all objects are then still
 * where they were.
 *
 * Every object is at each moment in at least one complete place: a file or pack is removed only once a pack proved in place holds all of it,
 * even what no log reaches any more (the user may have staged the same content, and git did not store it twice). So a kill, a second packer
 * or the user's `git gc` at any point costs a repetition at most, and the lock below saves work rather than data.
 */
export const packLogs = async (repository: Repository, { force = false } = {}): Promise<Packed> => {
  const tips = await readLogTips(repository);
  const before = readPackedFile(repository);
  const listed = await readHistory(repository, tips, before.tips);
  if (listed.length === 0 || (listed.length < objectLimit && !force)) return { outcome: "not due", objects: 0, packs: 0 };
  const folder = takeFolder(repository);
  if (!folder) return { outcome: "busy", objects: 0, packs: 0 };
  try {
    const loose = listed.filter((oid) => isLoose(repository, oid));
    const free = before.packs.filter((name) => isFreePack(repository, name));
    const packs = free.length >= packLimit ? free : [];
    const wanted = new Set(loose);
    for (const name of packs) for (const oid of await readPack(repository, name)) wanted.add(oid);
    const made = wanted.size > 0 ? await replacement(repository, folder, wanted) : null;
    if (made === undefined) return { outcome: "busy", objects: 0, packs: 0 };
    for (const oid of loose) removeLoose(repository, oid);
    for (const name of packs) if (name !== made) removePack(repository, name);
    const standing = readPackedFile(repository).packs.filter((name) => isStanding(repository, name));
    writePackedFile(repository, { packs: standing, tips });
    return { outcome: "packed", objects: loose.length, packs: packs.length };
  } catch (cause) {
    if (cause instanceof NerveError) throw cause;
    throw new NerveError("environment", `the log could not be packed: ${(cause as Error).message}`, { cause });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const readLogTips = async (repository: Repository): Promise<Oid[]> => {
  const refs = await readRefs(repository, planeNamespace);
  return [...refs].filter(([ref]) => findPlaneRef(ref)?.kind === "log").map(([, oid]) => oid);
};

/** A new pack in the store, proved to hold all of `wanted`; undefined when the user's `git gc` took it in at once. */
const replacement = async (repository: Repository, folder: string, wanted: ReadonlySet<Oid>): Promise<PackName | undefined> => {
  const name = await makePack(repository, folder, [...wanted]);
  // Known as ours before it stands there: a kill in between must not leave a pack that nobody tidies up.
  const { packs, tips } = readPackedFile(repository);
  writePackedFile(repository, { packs: [...packs.filter((other) => other !== name), name], tips });
  const held = await placePack(repository, folder, name);
  if (!held) return;
  const proved = new Set(held);
  if (![...wanted].every((oid) => proved.has(oid))) throw new NerveError("environment", `the pack ${name} lacks some of its objects`);
  return name;
};

/** Finishes a removal that was cut short, when that is long enough ago, and forgets what the user's own `git gc` took in. */
const isStanding = (repository: Repository, name: PackName): boolean => {
  if (isPackRemnant(repository, name, staleAfterMs)) removePack(repository, name);
  return isFreePack(repository, name) || isPackRemnant(repository, name, 0);
};

/** The folder that packs are made in; undefined while another process has it. */
const takeFolder = (repository: Repository): string | undefined => {
  const folder = path.join(repository.nerveDir, "packing");
  try {
    fs.mkdirSync(repository.nerveDir, { recursive: true });
    const since = fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > staleAfterMs) fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder);
    return folder;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return;
    throw new NerveError("environment", `the log cannot be packed: ${(cause as Error).message}`, { cause });
  }
};

/** What earlier calls did. A cache: without it old packs are left alone and the logs are walked from their beginning once. */
interface PackedFile {
  /** Packs that we made and may remove. */
  readonly packs: readonly PackName[];
  /** All that these reach has been seen to. */
  readonly tips: readonly Oid[];
}

const readPackedFile = (repository: Repository): PackedFile => {
  try {
    const { packs, tips } = JSON.parse(fs.readFileSync(packedFileIn(repository), "utf8"));
    return { packs: strings(packs, /^pack-[0-9a-f]{40,64}$/), tips: strings(tips, /^[0-9a-f]{40,64}$/) };
  } catch {
    return { packs: [], tips: [] };
  }
};

/** Only what has the form: these become file names and git's input. */
const strings = (value: unknown, form: RegExp): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string" && form.test(item)) : [];

const writePackedFile = (repository: Repository, content: PackedFile): void => {
  const draft = `${packedFileIn(repository)}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(content));
  fs.renameSync(draft, packedFileIn(repository));
};

const packedFileIn = ({ nerveDir }: Repository): string => path.join(nerveDir, "packed.json");
