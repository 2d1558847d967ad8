import { NerveError } from "../base/errors.ts";
import { findPlaneRef, findTrackedRef, planeNamespace, quarantineRef, readRefs, trackingNamespace } from "../git/refs.ts";
import type { LogPort } from "../log/port.ts";
import type { ChainHead } from "../log/chain.ts";
import type { Oid, WriterId } from "../model/ids.ts";
import { readFetchedLive, type UncheckedLive } from "./fetched-live.ts";
import { readFetchedLogs, type UncheckedLog } from "./fetched-log.ts";
import { keepEvidence, type Quarantined } from "./quarantine.ts";
import { type Decision, reconcileLive, reconcileLogs } from "./reconcile.ts";

export interface TakeOver {
  readonly port: LogPort;
  readonly remote: string;
  /** This clone's writer; null before it has one. */
  readonly writer: WriterId | null;
  readonly heads: ReadonlyMap<WriterId, ChainHead>;
}

export interface TakenOver {
  /** Refs that moved. */
  readonly moved: readonly string[];
  readonly quarantined: readonly Quarantined[];
  readonly ignored: readonly { readonly ref: string; readonly reason: string }[];
  readonly forked: boolean;
}

/** As often as somebody else may be first at a ref here before the rest is left to the next exchange. */
const attempts = 5;

/**
 * Takes what verifies of that which was fetched from `remote` into the refs that are read, each by compare-and-swap; what does not verify is
 * kept as evidence first. `before`: the tracking refs as they were before the fetch. Can be repeated at any time.
 */
export const takeOver = async (request: TakeOver, before: ReadonlyMap<string, Oid>): Promise<TakenOver> => {
  const moved = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    const decisions = await decide(request, before);
    const parted = decisions.filter((decision) => decision.kind === "quarantine" || decision.kind === "forked");
    await keepEvidence(
      request.port,
      parted.flatMap(({ ref, tips }) => evidenceOf(ref, tips.fetched)),
    );
    let lost = 0;
    for (const decision of decisions) {
      if (decision.kind !== "accept" && decision.kind !== "adopt") continue;
      if (await request.port.refs.swap(decision)) moved.add(decision.ref);
      else lost++;
    }
    if (lost > 0 && attempt < attempts) continue;
    return {
      moved: [...moved],
      quarantined: parted.map(({ ref, commit, reason }) => ({ ref, commit, reason })),
      ignored: decisions.flatMap((decision) => (decision.kind === "ignore" ? [{ ref: decision.ref, reason: decision.reason }] : [])),
      forked: parted.some(({ kind }) => kind === "forked"),
    };
  }
};

const evidenceOf = (ref: string, tip: Oid): { writer: WriterId; tip: Oid }[] => {
  const found = findPlaneRef(ref);
  return found ? [{ writer: found.writer, tip }] : [];
};

const decide = async (request: TakeOver, before: ReadonlyMap<string, Oid>): Promise<Decision[]> => {
  const { port, writer: self, heads } = request;
  const refs = await readRefs(port.repository, planeNamespace);
  const decisions: Decision[] = [];
  const logs: UncheckedLog[] = [];
  const live: UncheckedLive[] = [];
  for (const { tracking, ref, fetched } of shownBy(request.remote, refs)) {
    const found = findPlaneRef(ref);
    const here = refs.get(ref) ?? null;
    if (!found || here === fetched) continue;
    const flaw = await findFlaw(port, fetched);
    const own = found.writer === self;
    if (flaw) decisions.push({ kind: "ignore", ref, reason: flaw });
    else if (found.kind === "live") live.push({ ref, own, writer: found.writer, held: here, fetched });
    else {
      const { writer, epoch } = found;
      const suspect = refs.has(quarantineRef(writer, fetched));
      logs.push({ ref, epoch, own, writer, accepted: here, fetched, before: before.get(tracking) ?? null, suspect });
    }
  }
  decisions.push(...reconcileLogs(await readFetchedLogs(port, logs, heads)));
  for (const each of live) decisions.push(...reconcileLive([await readFetchedLive(port, each)]));
  return decisions;
};

/** What the remote shows, under the names that its refs have there. Names that are not of our making mean nothing. */
function* shownBy(remote: string, refs: ReadonlyMap<string, Oid>): Generator<{ tracking: string; ref: string; fetched: Oid }> {
  const namespace = trackingNamespace(remote);
  for (const [tracking, fetched] of refs) {
    if (!tracking.startsWith(namespace) || !findTrackedRef(tracking)) continue;
    yield { tracking, ref: planeNamespace + tracking.slice(namespace.length), fetched };
  }
}

/** Whoever writes to the remote may point a ref at anything. */
const findFlaw = async ({ objects }: LogPort, oid: Oid): Promise<string | undefined> => {
  try {
    const found = await objects.find(oid);
    return found?.type === "commit" ? undefined : found ? `points at a ${found.type}` : "is not here";
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    return `is damaged: ${error.message}`;
  }
};
