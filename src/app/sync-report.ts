import path from "node:path";
import type { Repository } from "../git/repository.ts";
import { findText, replaceFile } from "./files.ts";

/** How the last exchange with a remote went. */
export interface SyncState {
  readonly remote: string | null;
  readonly state: "synced" | "deferred" | "failed" | "none";
  /** RFC 3339; null when there was none yet. */
  readonly at: string | null;
  readonly reason: string | null;
}

/** The last report; "none" before the first. */
export const readSyncReport = (repository: Repository): SyncState => {
  try {
    return JSON.parse(findText(reportFile(repository)) ?? "") as SyncState;
  } catch {
    return { remote: null, state: "none", at: null, reason: null };
  }
};

export const writeSyncReport = (repository: Repository, report: SyncState): void =>
  replaceFile(reportFile(repository), JSON.stringify(report));

const reportFile = (repository: Repository): string => path.join(repository.nerveDir, "cache", "sync.json");
