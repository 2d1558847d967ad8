import { NerveError } from "../base/errors.ts";
import { rotatePrivateStore } from "../git/private-store.ts";
import { packLogs } from "../log/pack-logs.ts";
import { isAlive, readProcessStart } from "../worktree/process.ts";
import { watchWorktrees } from "../worktree/watch.ts";
import { HintQueue } from "./hint-queue.ts";
import { keepSynced } from "./keep-synced.ts";
import type { Hints } from "./look.ts";
import type { Nerve } from "./nerve.ts";
import type { Pass } from "./sensor.ts";
import { SteadySensor } from "./steady-sensor.ts";
import type { SyncResult } from "./sync.ts";
import { becomeWatcher, stopWatching, updateWatcher, type Watcher } from "./watch-lock.ts";

/** What the watcher tells while it runs. */
export interface WatchReport {
  started(watcher: Watcher): void;
  /** After each pass that wrote something. */
  passed(pass: Pass): void;
  synced(result: SyncResult): void;
  /** Something went wrong that does not end the watch. */
  failed(reason: string): void;
}

/** While nothing happens, this is all that happens. */
const heartbeatMs = 30_000;

/** Every so many heartbeats all worktrees are looked at whole, whatever the hints said or failed to say. */
const heartbeatsPerFullPass = 10;

/**
 * Senses until `signal` says stop. One watcher a repository: throws (environment) naming the other one when there is one. A pass that fails is
 * reported, and the next one tries again.
 */
export const watch = async (nerve: Nerve, report: WatchReport, signal: AbortSignal): Promise<void> => {
  const { repository } = nerve;
  const self: Watcher = {
    pid: process.pid,
    startedAt: readProcessStart(process.pid) ?? null,
    since: new Date().toISOString(),
    mode: "events",
  };
  const other = becomeWatcher(repository, self, isAlive);
  if (other) {
    throw new NerveError("environment", `process ${other.pid} watches this repository since ${other.since}`, {
      hint: `To stop it: kill ${other.pid}`,
    });
  }
  const sensor = new SteadySensor(nerve, { resident: true });
  const queue = new HintQueue();
  try {
    const watching = await watchWorktrees(repository, (hint) => queue.add(hint));
    try {
      const watcher = { ...self, mode: watching.mode };
      updateWatcher(repository, watcher);
      await passed(sensor, report);
      report.started(watcher);
      await Promise.all([senseForever(nerve, sensor, queue, report, signal), keepSynced(nerve, report, signal)]);
    } finally {
      await watching.close();
    }
  } finally {
    await sensor.close();
    stopWatching(repository, process.pid);
  }
};

const senseForever = async (
  nerve: Nerve,
  sensor: SteadySensor,
  queue: HintQueue,
  report: WatchReport,
  signal: AbortSignal,
): Promise<void> => {
  let heartbeats = 0;
  let next = Date.now() + heartbeatMs;
  while (!signal.aborted) {
    const wait = Math.max(0, next - Date.now());
    const hints = await queue.next(Math.min(wait, sensor.dueIn() ?? wait), signal);
    if (signal.aborted) return;
    if (hints || Date.now() < next) {
      await passed(sensor, report, hints ?? nothingMoved);
      continue;
    }
    next = Date.now() + heartbeatMs;
    heartbeats++;
    const full = heartbeats % heartbeatsPerFullPass === 0;
    // Presence changes without a file changing: a process ended.
    await passed(sensor, report, full ? undefined : nothingMoved);
    if (full) await tidy(nerve, report);
  }
};

const nothingMoved: Hints = { worktrees: new Map(), refs: false };

const passed = async (sensor: SteadySensor, report: WatchReport, hints?: Hints): Promise<void> => {
  try {
    const pass = await sensor.pass(hints);
    if (pass.drafts.length > 0) report.passed(pass);
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    report.failed(error.message);
  }
};

const tidy = async (nerve: Nerve, report: WatchReport): Promise<void> => {
  try {
    await rotatePrivateStore(nerve.repository);
    await packLogs(nerve.repository);
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    report.failed(error.message);
  }
};
