import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { NerveError } from "../base/errors.ts";
import type { WriterId } from "../model/ids.ts";
import { withFileLock } from "./file-lock.ts";
import { keyId } from "./keys.ts";
import { findPublicKey } from "./sshsig.ts";

/** A writer this user has seen. It is provisional until the user said whose it is. */
export interface Pin {
  readonly writer: WriterId;
  /** What it called itself when it was confirmed, else when it was first seen. */
  readonly name: string;
  /** `ssh-ed25519 AAAA…` */
  readonly key: string;
  /** RFC 3339. */
  readonly firstSeen: string;
  /** RFC 3339; null while provisional. */
  readonly confirmedAt: string | null;
}

/** A writer as it shows itself in a verified log. */
export type SeenWriter = Pick<Pin, "writer" | "name" | "key">;

/** The user's pins, outside of every repository, so that none of them can change whom the user believes. */
export const pinsFile = (env: NodeJS.ProcessEnv = process.env): string => {
  const configured = env["XDG_CONFIG_HOME"];
  // The XDG specification has relative paths ignored.
  const folder = configured && path.isAbsolute(configured) ? configured : path.join(env["HOME"] || os.homedir(), ".config");
  return path.join(folder, "nerveplane", "writers.json");
};

/** All pins in `file`; none when there is no file. Throws (environment) when it is damaged: to forget whom one trusts is not a fallback. */
export const readPins = (file: string): ReadonlyMap<WriterId, Pin> => {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw new NerveError("environment", `the confirmed writers in ${file} cannot be read`, {
      cause,
      hint: "It must belong to you, mode 0600.",
    });
  }
  const pins = pinsOf(text);
  if (pins) return pins;
  throw new NerveError("environment", `the list of confirmed writers, ${file}, is damaged`, {
    hint: "Restore it from a backup, or move it away and confirm your teammates' writers again.",
  });
};

/** Remembers writers at first sight, as provisional. Those known already stay as they are. Writes nothing when all are. */
export const pinWriters = async (file: string, seen: readonly SeenWriter[], at: string): Promise<ReadonlyMap<WriterId, Pin>> => {
  const known = readPins(file);
  if (seen.every(({ writer }) => known.has(writer))) return known;
  return changePins(file, (pins) => {
    for (const { writer, name, key } of seen) {
      if (!pins.has(writer)) pins.set(writer, { writer, name, key, firstSeen: at, confirmedAt: null });
    }
  });
};

/** The user says that this writer is who it says it is. */
export const confirmWriter = async (file: string, { writer, name, key }: SeenWriter, at: string): Promise<Pin> => {
  const pins = await changePins(file, (pins) => {
    const known = pins.get(writer);
    pins.set(writer, { writer, name, key, firstSeen: known?.firstSeen ?? at, confirmedAt: known?.confirmedAt ?? at });
  });
  const pin = pins.get(writer);
  if (!pin) throw new Error(`the pin of ${writer} was not kept`);
  return pin;
};

const changePins = (file: string, change: (pins: Map<WriterId, Pin>) => void): Promise<ReadonlyMap<WriterId, Pin>> => {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return withFileLock(`${file}.lock`, () => {
    const pins = new Map(readPins(file));
    change(pins);
    for (const pin of pins.values()) requirePin(pin);
    const sorted = [...pins.values()].sort((a, b) => (a.writer < b.writer ? -1 : 1));
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, `${JSON.stringify({ version, writers: sorted }, null, 2)}\n`, { mode: 0o600, flush: true });
    fs.renameSync(draft, file);
    return pins;
  });
};

const version = 1;

const requirePin = (value: Pin): void => {
  if (!isSound(value)) throw new Error(`${value.writer} is not the writer of its key`);
};

/** The pins that a file's text holds; undefined unless every one of them is sound. */
const pinsOf = (text: string): ReadonlyMap<WriterId, Pin> | undefined => {
  try {
    const said = JSON.parse(text);
    if (said?.version !== version || !Array.isArray(said.writers) || !said.writers.every(isSound)) return;
    const pins = new Map<WriterId, Pin>(said.writers.map((pin: Pin) => [pin.writer, pin]));
    return pins.size === said.writers.length ? pins : undefined;
  } catch {
    return;
  }
};

const isSound = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const { writer, name, key, firstSeen, confirmedAt } = value as Record<string, unknown>;
  const publicKey = typeof key === "string" ? findPublicKey(key) : undefined;
  if (!publicKey || keyId(publicKey) !== writer || typeof name !== "string") return false;
  return typeof firstSeen === "string" && (confirmedAt === null || typeof confirmedAt === "string");
};
