import fs from "node:fs";
import path from "node:path";
import type { Repository } from "../git/repository.ts";
import { findText } from "./files.ts";

/** Who watches a repository. */
export interface Watcher {
  readonly pid: number;
  /** Start time of the process, against reused pids. */
  readonly startedAt: string | null;
  /** RFC 3339. */
  readonly since: string;
  /** How changes are noticed: "events" of the operating system, or "polling". */
  readonly mode: "events" | "polling";
}

/** Tells whether a process is alive. Handed in: only some systems know start times. */
export type IsAlive = (pid: number, startedAt: string | null) => boolean;

/** The watcher that runs now; undefined when there is none, whatever its lock file says. */
export const findWatcher = (repository: Repository, isAlive: IsAlive): Watcher | undefined => {
  const found = readLock(lockFile(repository));
  return found && isAlive(found.pid, found.startedAt) ? found : undefined;
};

/**
 * Makes this process the watcher; the one that runs already when there is one. The lock is a link, so it is there whole or not at all; that of
 * a dead process is moved away first, which only one of several can do.
 */
export const becomeWatcher = (repository: Repository, self: Watcher, isAlive: IsAlive): Watcher | undefined => {
  const file = lockFile(repository);
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(self));
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const running = readLock(file);
      if (running && isAlive(running.pid, running.startedAt)) return running;
      const aside = `${file}.stale-${process.pid}`;
      fs.renameSync(file, aside);
      const moved = readLock(aside);
      // Between our look and our rename somebody else may have become the watcher: then it gets its lock back.
      if (moved && isAlive(moved.pid, moved.startedAt)) fs.renameSync(aside, file);
      else fs.rmSync(aside, { force: true });
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
};

/** Says how changes are noticed, once that is known. */
export const updateWatcher = (repository: Repository, self: Watcher): void => {
  const file = lockFile(repository);
  if (readLock(file)?.pid === self.pid) fs.writeFileSync(file, JSON.stringify(self));
};

/** Gives the place up, if it is ours. */
export const stopWatching = (repository: Repository, pid: number): void => {
  if (readLock(lockFile(repository))?.pid === pid) fs.rmSync(lockFile(repository), { force: true });
};

const lockFile = (repository: Repository): string => path.join(repository.nerveDir, "watch.json");

const readLock = (file: string): Watcher | undefined => {
  try {
    return JSON.parse(findText(file) ?? "null") ?? undefined;
  } catch {
    return;
  }
};
