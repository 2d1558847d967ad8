import { NerveError } from "../base/errors.ts";
import type { TalkOptions } from "../git/network.ts";
import { findPlaneRef, planeNamespace, readRefs, trackingNamespace, trackingRef } from "../git/refs.ts";
import { fetchPlane, type Pushed, type PushedRef, pause, pushPlane } from "../git/remote.ts";
import type { Setback } from "../git/remote-words.ts";
import type { Quarantined } from "./quarantine.ts";
import { type TakenOver, type TakeOver, takeOver } from "./take-over.ts";

export interface Exchange extends TakeOver, TalkOptions {
  /** Whether this clone's own refs are pushed as well. */
  readonly push: boolean;
}

export interface Exchanged {
  /** `deferred`: nothing is lost, and a later exchange may succeed by itself. `failed`: somebody has to do something. */
  readonly outcome: "synced" | "deferred" | "failed";
  readonly remote: string;
  /** Refs of ours that the remote took. */
  readonly pushed: readonly string[];
  /** Refs that moved here. */
  readonly fetched: readonly string[];
  readonly quarantined: readonly Quarantined[];
  /** Refs of the remote that were left alone, and why. */
  readonly ignored: TakenOver["ignored"];
  /** Why not all was done, in one line; null when it was. */
  readonly reason: string | null;
  /** Our own log was continued elsewhere with our key. Nothing was pushed: become another writer and say so. */
  readonly forked: boolean;
}

/** As often as another process may be first at the remote before the rest is left to the next exchange. */
const attempts = 4;

/**
 * Brings this clone and a remote together: fetch, verify, take over what is good, push our own. No lock is held. A crash between any two
 * steps loses nothing, and doing it again changes nothing. Never throws for what a remote or the network does: `outcome` and `reason` tell.
 */
export const exchange = async (request: Exchange): Promise<Exchanged> => {
  const fetched = new Set<string>();
  const pushed = new Set<string>();
  let taken: TakenOver = { moved: [], quarantined: [], ignored: [], forked: false };
  const report = (setback: Setback | null): Exchanged => ({
    outcome: setback?.outcome ?? "synced",
    remote: request.remote,
    pushed: [...pushed].sort(),
    fetched: [...fetched].sort(),
    quarantined: taken.quarantined,
    ignored: taken.ignored,
    reason: setback?.reason ?? null,
    forked: taken.forked,
  });
  try {
    for (let attempt = 1; ; attempt++) {
      const before = await readRefs(request.port.repository, trackingNamespace(request.remote));
      const setback = await fetchPlane(request.port.repository, request.remote, request);
      if (setback) return report(setback);
      taken = await takeOver(request, before);
      for (const ref of taken.moved) fetched.add(ref);
      if (!request.push || !request.writer || taken.forked) return report(null);
      const sent = await pushOwn(request, taken);
      for (const ref of sent.pushed) pushed.add(ref);
      if (sent.setback) return report(sent.setback);
      if (!sent.race) return report(setbackOfOwn(request, taken));
      if (attempt === attempts) return report(sent.race);
      await pause(attempt);
    }
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    return report({ outcome: "deferred", reason: error.message });
  }
};

/** Pushes what the remote does not have yet of our own refs. When it has all, nobody is asked. */
const pushOwn = async (request: Exchange, taken: TakenOver): Promise<Pushed> => {
  const { port, remote } = request;
  const refs = await readRefs(port.repository, planeNamespace);
  const refused = new Set(taken.quarantined.map(({ ref }) => ref));
  const wanted: PushedRef[] = [];
  for (const [ref, commit] of refs) {
    const found = findPlaneRef(ref);
    const there = refs.get(trackingRef(remote, ref)) ?? null;
    // A remote's bad copy of our log is in the way until somebody removes it: to force it out would destroy evidence.
    if (found?.writer !== request.writer || commit === there || refused.has(ref)) continue;
    wanted.push(found.kind === "live" ? { ref, commit, replaces: there } : { ref, commit });
  }
  if (wanted.length === 0) return { pushed: [], race: null, setback: null };
  const sent = await pushPlane(port.repository, remote, wanted, request);
  for (const { ref, commit } of wanted) {
    if (!sent.pushed.includes(ref)) continue;
    const tracking = trackingRef(remote, ref);
    // Where another process was first, the next fetch tells.
    await port.refs.swap({ ref: tracking, from: refs.get(tracking) ?? null, to: commit });
  }
  return sent;
};

const setbackOfOwn = ({ writer }: Exchange, { quarantined }: TakenOver): Setback | null => {
  const own = quarantined.find(({ ref }) => findPlaneRef(ref)?.writer === writer);
  return own ? { outcome: "failed", reason: `the remote's copy of this clone's own log was not pushed over: it ${own.reason}` } : null;
};
