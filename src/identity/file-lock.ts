import fs from "node:fs";
import { NerveError } from "../base/errors.ts";

/** Its holder does nothing but read, write and rename one small file. */
const staleAfterMs = 10_000;

/** Twice as long as a dead holder's lock stands. */
const patienceMs = 20_000;

/**
 * Runs `work`, which must be brief, while the lock `file` is ours; others wait. The lock of a process that died is broken after ten seconds.
 * Throws (environment) when the folder cannot be written, or somebody keeps the lock.
 */
export const withFileLock = async <T>(file: string, work: () => T): Promise<T> => {
  const end = Date.now() + patienceMs;
  while (!take(file)) {
    if (Date.now() > end) {
      throw new NerveError("environment", `another process keeps ${file}`, { hint: "If none is running, delete the file." });
    }
    breakStale(file);
    await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 10));
  }
  try {
    return work();
  } finally {
    fs.rmSync(file, { force: true });
  }
};

const take = (file: string): boolean => {
  try {
    fs.closeSync(fs.openSync(file, "wx", 0o600));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new NerveError("environment", `${file} cannot be made: ${(cause as Error).message}`, { cause });
  }
};

const isStale = (file: string): boolean => {
  const made = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > staleAfterMs;
};

const breakStale = (file: string): void => {
  if (!isStale(file)) return;
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    // Another process may have broken it first, and a third one taken it anew: then that one gets it back.
    if (!isStale(aside)) fs.linkSync(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
};
