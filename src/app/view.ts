import fs from "node:fs";
import path from "node:path";
import { version } from "../base/version.ts";
import { findPlaneRef, firstEpoch, planeNamespace, readRefs } from "../git/refs.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import { readCache, writeCache } from "./files.ts";
import type { Nerve } from "./nerve.ts";
import type { Milestone, StoredView } from "./stored-view.ts";

/** What this clone makes of all logs it has accepted. Derived from the refs alone, so its cache may go at any time. */
export interface View extends StoredView {
  /** All plane refs as they were when the view was made. */
  readonly refs: ReadonlyMap<string, Oid>;
}

/** A newer program may understand events that an older one skipped. */
const cacheVersion = `2 ${version}`;

/** Drops what is remembered, so that the next view is made from the refs alone. */
export const forgetView = (nerve: Nerve): void => fs.rmSync(viewFile(nerve), { force: true });

/** Brings the view up to date with the refs. When nothing moved that is one `for-each-ref` and one file, however long the logs are. */
export const readView = async (nerve: Nerve): Promise<View> => {
  const refs = await readRefs(nerve.repository, planeNamespace);
  const tips = logTips(refs);
  const stored = readCache<StoredView>(viewFile(nerve), cacheVersion);
  if (stored && isCurrent(stored, tips)) return { ...stored, refs };
  // Folding needs every event's schema: that code is loaded only when there is something to fold.
  const { advance } = await import("./advance.ts");
  const next = await advance(nerve, stored, tips);
  writeCache(viewFile(nerve), cacheVersion, next);
  return { ...next, refs };
};

const viewFile = ({ repository }: Nerve): string => path.join(repository.nerveDir, "cache", "view");

/** The highest clock seen in any log. */
export const highestLamport = ({ heads }: Milestone): number => Math.max(0, ...[...heads.values()].map(({ lamport }) => lamport));

/** Logs that can be read: other epochs are for a newer git nerve. */
const logTips = (refs: ReadonlyMap<string, Oid>): Map<WriterId, Oid> => {
  const tips = new Map<WriterId, Oid>();
  for (const [ref, oid] of refs) {
    const found = findPlaneRef(ref);
    if (found?.kind === "log" && found.epoch === firstEpoch) tips.set(found.writer, oid);
  }
  return tips;
};

const isCurrent = ({ heads, faults }: StoredView, tips: ReadonlyMap<WriterId, Oid>): boolean => {
  if ([...heads.keys()].some((writer) => !tips.has(writer))) return false;
  return [...tips].every(([writer, tip]) => (faults.get(writer) ?? heads.get(writer))?.tip === tip);
};
