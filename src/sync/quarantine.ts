import {
  findQuarantined,
  findTrackedRef,
  firstEpoch,
  logRef,
  planeNamespace,
  quarantineNamespace,
  quarantineRef,
  readRefs,
} from "../git/refs.ts";
import type { LogPort } from "../log/port.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import { readFetchedLogs, type UncheckedLog } from "./fetched-log.ts";
import { reconcileLogs } from "./reconcile.ts";

/** Something that arrived and was not accepted. */
export interface Quarantined {
  /** The log it claims to belong to. */
  readonly ref: string;
  /** The first commit that cannot be accepted. */
  readonly commit: Oid;
  readonly reason: string;
}

/** As many tips are kept as evidence. The first ones: a flood must not wash away what was there before it. */
const evidenceLimit = 32;

/** Keeps tips that were not accepted reachable, whatever becomes of the remote. */
export const keepEvidence = async (port: LogPort, tips: readonly { readonly writer: WriterId; readonly tip: Oid }[]): Promise<void> => {
  if (tips.length === 0) return;
  const kept = await readRefs(port.repository, quarantineNamespace);
  for (const { writer, tip } of tips) {
    const ref = quarantineRef(writer, tip);
    if (kept.has(ref) || kept.size >= evidenceLimit) continue;
    if (await port.refs.swap({ ref, from: null, to: tip })) kept.set(ref, tip);
  }
};

/**
 * What is quarantined now, and why, worked out anew from the evidence that is kept and from what remotes showed last. Evidence that has
 * become part of an accepted log since is no longer listed.
 */
export const readQuarantine = async (port: LogPort): Promise<Quarantined[]> => {
  const refs = await readRefs(port.repository, planeNamespace);
  const quarantined = new Map<string, Quarantined>();
  for (const log of await readFetchedLogs(port, suspects(refs), new Map())) {
    for (const decision of reconcileLogs([log])) {
      if (decision.kind !== "quarantine") continue;
      const { ref, commit, reason } = decision;
      quarantined.set(`${ref} ${commit}`, { ref, commit, reason });
    }
  }
  return [...quarantined.values()];
};

/** Every tip that is kept as evidence or that a remote shows, unless it is the accepted one. */
const suspects = (refs: ReadonlyMap<string, Oid>): UncheckedLog[] => {
  const found = new Map<string, UncheckedLog>();
  const shown = new Set([...refs].flatMap(([ref, oid]) => (findTrackedRef(ref) ? [oid] : [])));
  for (const [name, fetched] of refs) {
    const writer = findQuarantined(name) ?? trackedWriter(name);
    if (!writer) continue;
    const ref = logRef(writer);
    const accepted = refs.get(ref) ?? null;
    if (accepted === fetched) continue;
    // An older part of a log is suspect only while the remote that went back to it still stands there.
    const suspect = refs.has(quarantineRef(writer, fetched)) && shown.has(fetched);
    found.set(`${writer} ${fetched}`, { ref, epoch: firstEpoch, own: false, writer, accepted, fetched, before: null, suspect });
  }
  return [...found.values()];
};

const trackedWriter = (ref: string): WriterId | undefined => {
  const found = findTrackedRef(ref);
  return found?.kind === "log" && found.epoch === firstEpoch ? found.writer : undefined;
};
