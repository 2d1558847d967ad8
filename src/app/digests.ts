import { NerveError } from "../base/errors.ts";
import { removeLoose } from "../git/pack.ts";
import { findPlaneRef, liveRef, planeNamespace, readRefs } from "../git/refs.ts";
import { shareTrees } from "../git/share-trees.ts";
import { type Live, readLive, replaceLive, type StoredLive } from "../log/live.ts";
import type { Digest } from "../model/digest.ts";
import type { AgentId, Oid, WriterId } from "../model/ids.ts";
import type { State } from "../model/state.ts";
import { mergedDigests, type Sighting } from "./digest-of.ts";
import type { Nerve } from "./nerve.ts";
import type { View } from "./view.ts";

/**
 * Digests of all agents: those of this clone as its own live ref has them, those of others as their machines last said. Live refs are read
 * once per commit, so asking again costs nothing while nothing moves.
 */
export class Digests {
  readonly #nerve: Nerve;
  readonly #read = new Map<WriterId, { commit: Oid; live: Live | string }>();
  /** Statements of this process that newer ones replaced, oldest first. */
  readonly #stored: (StoredLive & { readonly replacedAt: number })[] = [];

  constructor(nerve: Nerve) {
    this.#nerve = nerve;
  }

  /** Everything the live refs say that verifies. */
  async read({ refs }: View): Promise<Live[]> {
    const lives: Live[] = [];
    for (const [ref, commit] of refs) {
      const found = findPlaneRef(ref);
      if (found?.kind !== "live") continue;
      const live = await this.#readOne(found.writer, commit);
      if (typeof live !== "string") lives.push(live);
    }
    return lives;
  }

  /**
   * Brings this clone's live ref up to date with what was just seen. An agent that was not looked at, or could not be, keeps its last digest;
   * one that is not among `present` is dropped. Writes only when something changed that others should know. Several processes may do this at
   * once: each change of the ref has a higher counter than the one before, and than any in `state`, should the ref have been lost.
   */
  async publish(sightings: readonly Sighting[], present: ReadonlySet<AgentId>, state: State, now: Date): Promise<Digest[]> {
    const { key } = this.#nerve.writer();
    for (;;) {
      const commit = await this.#findOwn(key.id);
      const known = commit ? await this.#readOne(key.id, commit) : "is not here";
      const before = typeof known === "string" ? [] : known.digests;
      const counter = (typeof known === "string" ? highestCounter(state, present) : known.counter) + 1;
      const { shareWip } = this.#nerve.config;
      // Others hold or lack content from now on: to them that is as good as a change.
      const anew = typeof known !== "string" && known.wip !== shareWip && known.digests.length > 0;
      const digests = mergedDigests(before, sightings, present, { writer: key.id, counter, now, anew });
      const quiet = typeof known === "string" ? 0 : now.getTime() - Date.parse(known.at);
      if (commit && sameDigests(before, digests) && !(quiet > signOfLifeMs && digests.some(({ presence }) => presence.live)))
        return digests;
      const shared = shareWip ? digests : [];
      await shareTrees(
        this.#nerve.repository,
        shared.map(({ snapshot, head }) => ({ tree: snapshot, head })),
      );
      const wip = new Map(shared.map(({ agent, snapshot }) => [agent, snapshot]));
      const made = await replaceLive(this.#nerve.log, commit, { key, counter, at: now.toISOString(), digests, wip });
      if (!made) continue;
      this.#stored.push({ ...made, replacedAt: now.getTime() });
      await this.#sweep(now);
      this.#read.set(key.id, {
        commit: made.commit,
        live: { commit: made.commit, writer: key.id, counter, at: now.toISOString(), digests, wip: wip.size > 0 },
      });
      return digests;
    }
  }

  /**
   * Removes the objects of statements that were replaced a while ago, or the many saves of a day would fill the user's object store until their
   * `git gc --auto` wakes up. What any ref still points at stays, and so does what a newer statement shares.
   */
  async #sweep(now: Date): Promise<void> {
    const { repository } = this.#nerve;
    const old = this.#stored.slice(0, -1).filter(({ replacedAt }) => now.getTime() - replacedAt > readersMs);
    if (old.length < sweepSize) return;
    const held = new Set((await readRefs(repository, planeNamespace)).values());
    // Another process spoke last: what its statement shares with ours is not known here.
    if (!held.has(this.#stored.at(-1)?.commit ?? "")) return;
    const gone = old.filter(({ commit }) => !held.has(commit));
    this.#stored.splice(0, old.length, ...old.filter(({ commit }) => held.has(commit)));
    const kept = new Set(this.#stored.flatMap(({ objects }) => objects));
    for (const oid of new Set(gone.flatMap(({ objects }) => objects))) if (!kept.has(oid)) removeLoose(repository, oid);
  }

  /** Where this clone's live ref stands, even when the commit there cannot be read any more. */
  async #findOwn(writer: WriterId): Promise<Oid | null> {
    const { repository, log } = this.#nerve;
    const ref = liveRef(writer);
    const found = await log.objects.find(ref).catch(unlessDamaged);
    return found?.oid ?? (await readRefs(repository, ref)).get(ref) ?? null;
  }

  async #readOne(writer: WriterId, commit: Oid): Promise<Live | string> {
    const known = this.#read.get(writer);
    if (known?.commit === commit) return known.live;
    const { repository, log } = this.#nerve;
    const live = (await readLive(repository, log.objects, writer, commit).catch(unlessDamaged)) ?? "is damaged";
    this.#read.set(writer, { commit, live });
    return live;
  }
}

const unlessDamaged = (error: unknown): undefined => {
  if (!(error instanceof NerveError)) throw error;
};

/** Nobody takes longer to read a statement that was replaced under their eyes. */
const readersMs = 60_000;

/** As many replaced statements are worth a sweep. */
const sweepSize = 20;

/** The highest counter that any statement about these agents was made from. */
const highestCounter = (state: State, agents: ReadonlySet<AgentId>): number => {
  let highest = 0;
  for (const { counters } of state.conflicts.values())
    for (const [agent, counter] of Object.entries(counters)) if (agents.has(agent)) highest = Math.max(highest, counter);
  return highest;
};

/** Others take a machine that said nothing for a quarter of an hour to be off. */
const signOfLifeMs = 5 * 60 * 1000;

/** Whether two statements say the same. A last-seen time alone is no news: the heartbeat carries it. */
export const sameDigests = (a: readonly Digest[], b: readonly Digest[]): boolean =>
  a.length === b.length &&
  a.every((each, i) => each.counter === b[i]?.counter && each.agent === b[i].agent && each.presence.live === b[i].presence.live);
