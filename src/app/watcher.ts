import type { Repository } from "../git/repository.ts";
import { isAlive } from "../worktree/process.ts";
import { findWatcher, type Watcher } from "./watch-lock.ts";

/** The watcher of this repository, if one runs on this machine now. */
export const findRunningWatcher = (repository: Repository): Watcher | undefined => findWatcher(repository, isAlive);
