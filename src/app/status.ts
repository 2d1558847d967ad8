import type { ConflictRecord } from "../model/conflict.ts";
import { compareSeverity, type Severity } from "../model/severity.ts";
import { Digests } from "./digests.ts";
import { readInbox } from "./inbox.ts";
import { type AgentListing, readAgents } from "./list-agents.ts";
import { conflictsIn } from "./list-conflicts.ts";
import type { Nerve } from "./nerve.ts";
import { readScores, type Score } from "./readiness/scores.ts";
import { enter } from "./self.ts";
import { readSyncReport, type SyncState } from "./sync-report.ts";
import { findRunningWatcher } from "./watcher.ts";

/** What is going on in a repository, in short. */
export interface Status {
  /** Absolute path of the git directory that all worktrees share. */
  readonly repository: string;
  readonly writer: string;
  readonly watcher: { readonly running: boolean; readonly pid: number | null; readonly mode: "events" | "polling" | null };
  /** Name and id of the agent of this worktree; null outside of one. */
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly agents: number;
  readonly live: number;
  readonly conflicts: { readonly open: number; readonly high: number; readonly medium: number };
  /** Items that the agent here has not acknowledged. */
  readonly inbox: number;
  readonly sync: SyncState;
  /** Branches with something to land. */
  readonly readiness: readonly Score[];
  /** Logs with a part that does not verify. */
  readonly faults: number;
}

/** The status with what it was counted from. */
export interface WholeStatus extends Status {
  /** Agents that are here. */
  readonly listings: readonly AgentListing[];
  /** The worst first. */
  readonly openConflicts: readonly ConflictRecord[];
}

/** Reads the status, sensing first if no watcher does. */
export const readStatus = async (nerve: Nerve): Promise<WholeStatus> => {
  const { view, self } = await enter(nerve);
  const watcher = findRunningWatcher(nerve.repository);
  const digests = new Digests(nerve);
  const agents = await readAgents(nerve, view, digests);
  const readiness = await readScores(nerve, view, digests);
  const listings = agents.filter(({ status }) => status !== "left");
  const open = conflictsIn(view.state, ["open"]);
  const worse = (severity: Severity) => open.filter((conflict) => compareSeverity(conflict.severity, severity) >= 0).length;
  return {
    repository: nerve.repository.commonDir,
    writer: nerve.writer().key.id,
    watcher: { running: watcher !== undefined, pid: watcher?.pid ?? null, mode: watcher?.mode ?? null },
    agent: self ? { id: self.agent, name: self.name } : null,
    agents: listings.length,
    live: listings.filter(({ live }) => live).length,
    conflicts: { open: open.length, high: worse("high"), medium: worse("medium") - worse("high") },
    inbox: self ? readInbox(nerve, view, self.agent).length : 0,
    sync: readSyncReport(nerve.repository),
    readiness,
    faults: view.faults.size,
    listings,
    openConflicts: open,
  };
};
