import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { WriterId } from "../model/ids.ts";
import { findKey, newKey, type SigningKey, writeKey } from "./keys.ts";

/** Where a writer lives. A copy of the files has another inode, so it cannot pass for the original. */
interface Place {
  readonly host: string;
  readonly inode: string;
  readonly path: string;
}

interface WriterFile {
  readonly writer: WriterId;
  readonly place: Place;
}

export interface Writer {
  readonly key: SigningKey;
  /** Why this call made a writer; null when it stood already. */
  readonly made: "first use" | "copied" | "key lost" | "forked" | "damaged" | null;
  /** The writer whose files were found here, when it was not us. */
  readonly former: WriterId | null;
}

/** Where the private keys of a clone are, and what else says who it is. All the rest of `.git/nerveplane` can be deleted. */
export const keysIn = (nerveDir: string): string => path.join(nerveDir, "keys");

/**
 * The writer of this clone, made on first use. When the keys turn out to be a copy of another clone's (their folder's inode changed), both
 * would sign one log and fork it, so the copy gives up the copied keys and becomes a writer of its own.
 */
export const requireWriter = (nerveDir: string): Writer => {
  for (let attempt = 1; ; attempt++) {
    try {
      return findOrMakeWriter(nerveDir);
    } catch (error) {
      // Another process has just moved the copied keys aside; it is about to put its own there.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || attempt === mostAttempts) throw error;
    }
  }
};

/** Keys are moved aside once for each process that finds them copied. */
const mostAttempts = 100;

const findOrMakeWriter = (nerveDir: string): Writer => {
  const found = readWriterFile(keysIn(nerveDir));
  if (!found) return makeWriter(nerveDir, "first use", null);
  const here = placeOf(nerveDir);
  if (!samePlace(found.place, here)) return becomeNewWriter(nerveDir, "copied");
  const key = findKey(keysIn(nerveDir), found.writer);
  if (!key) return becomeNewWriter(nerveDir, "key lost");
  if (found.place.path !== here.path || found.place.host !== here.host) replaceWriterFile(nerveDir, { ...found, place: here });
  return { key, made: null, former: null };
};

/** The writer without making one: undefined before first use, and in a copy that has not become its own writer yet. */
export const findWriter = (nerveDir: string): SigningKey | undefined => {
  const found = readWriterFile(keysIn(nerveDir));
  return found && samePlace(found.place, placeOf(nerveDir)) ? findKey(keysIn(nerveDir), found.writer) : undefined;
};

/**
 * Drops every key that stands here, the agents' included, and starts anew. Logs of the former writer stay: they are history. With `ended`, the
 * writer that cannot go on, nothing happens when another process has seen to that already.
 */
export const becomeNewWriter = (nerveDir: string, why: "copied" | "key lost" | "forked" | "damaged", ended?: WriterId): Writer => {
  const keys = keysIn(nerveDir);
  const former = readWriterFile(keys)?.writer ?? null;
  const aside = `${keys}.former-${randomUUID()}`;
  try {
    fs.renameSync(keys, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return requireWriter(nerveDir);
  }
  const moved = readWriterFile(aside);
  const done = why === "copied" ? moved?.place.inode === inodeOf(aside) : ended !== undefined && moved?.writer !== ended;
  if (done) {
    // Between our look and our rename another process had made the new writer already: give its keys back.
    fs.renameSync(aside, keys);
    return requireWriter(nerveDir);
  }
  fs.rmSync(aside, { recursive: true, force: true });
  return makeWriter(nerveDir, why, former);
};

const makeWriter = (nerveDir: string, made: NonNullable<Writer["made"]>, former: WriterId | null): Writer => {
  const keys = keysIn(nerveDir);
  const key = newKey();
  writeKey(keys, key);
  if (claim(nerveDir, { writer: key.id, place: placeOf(nerveDir) })) return { key, made, former };
  // Another process was first: its key is the clone's.
  fs.rmSync(path.join(keys, key.id), { force: true });
  return requireWriter(nerveDir);
};

/** True when `mine` now says who the writer is, false when something stood there already. A link lands whole or not at all. */
const claim = (nerveDir: string, mine: WriterFile): boolean => {
  const file = writerFileIn(keysIn(nerveDir));
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(mine), { mode: 0o600, flush: true });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
};

const replaceWriterFile = (nerveDir: string, content: WriterFile): void => {
  const file = writerFileIn(keysIn(nerveDir));
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
};

const writerFileIn = (keys: string): string => path.join(keys, "writer.json");

/** Undefined when there is none. Throws (environment) when it is damaged: another identity is the user's to take. */
const readWriterFile = (keys: string): WriterFile | undefined => {
  const file = writerFileIn(keys);
  try {
    const found = JSON.parse(fs.readFileSync(file, "utf8"));
    if (isWriterFile(found)) return found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new NerveError("environment", `${file}, which says who writes here, is damaged`, {
    hint: "Delete it: a new identity is made at the next command.",
  });
};

const isWriterFile = (value: unknown): value is WriterFile => {
  const { writer, place } = (value ?? {}) as { writer?: unknown; place?: Record<string, unknown> | null };
  return [writer, place?.["host"], place?.["inode"], place?.["path"]].every((text) => typeof text === "string");
};

const placeOf = (nerveDir: string): Place => ({
  host: os.hostname(),
  inode: inodeOf(keysIn(nerveDir)),
  path: fs.realpathSync(nerveDir),
});

const inodeOf = (folder: string): string => String(fs.statSync(folder, { bigint: true }).ino);

/** A renamed repository keeps the inode, a container with a new host name keeps the path; a copy on the same machine keeps neither. */
const samePlace = (then: Place, now: Place): boolean => then.inode === now.inode && (then.host === now.host || then.path === now.path);
