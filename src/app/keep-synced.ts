import type { Nerve } from "./nerve.ts";
import { exchangeOnce, findRemote, type SyncResult } from "./sync.ts";

/** After a failure the pause doubles, up to this many milliseconds. */
const longestPauseMs = 15 * 60 * 1000;

/**
 * Exchanges with the elected remote again and again until `signal` says stop, beside the sensing and never in its way: what arrives moves refs,
 * and the sensor notices that by itself. Does nothing without a remote, or when `nerve.syncInterval` is off.
 */
export const keepSynced = async (nerve: Nerve, report: { synced(result: SyncResult): void }, signal: AbortSignal): Promise<void> => {
  const { syncInterval } = nerve.config;
  if (syncInterval === null) return;
  const remote = await findRemote(nerve);
  if (remote === undefined) return;
  let pause = syncInterval * 1000;
  while (!signal.aborted) {
    const result = await exchangeOnce(nerve, { remote, push: true, background: true, signal });
    if (signal.aborted) return;
    report.synced(result);
    pause = result.outcome === "synced" ? syncInterval * 1000 : Math.min(pause * 2, longestPauseMs);
    // A tenth at random: clones that were started together must not knock together for ever.
    await rest(pause * (0.95 + Math.random() * 0.1), signal);
  }
};

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
