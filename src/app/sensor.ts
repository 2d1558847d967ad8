import { conflictOf } from "../detectors/conflict-of.ts";
import { detectPair } from "../detectors/index.ts";
import { decide } from "../fold/decide.ts";
import { readWorktrees } from "../git/worktrees.ts";
import type { Conflict, ConflictKind } from "../model/conflict.ts";
import type { Digest } from "../model/digest.ts";
import type { Draft } from "../model/event.ts";
import type { AgentId } from "../model/ids.ts";
import { bindAgents, writeBinding } from "./agents.ts";
import { PairReader } from "./code/pair-reader.ts";
import { Digests, sameDigests } from "./digests.ts";
import { believedDigests, type Sighting } from "./digest-of.ts";
import { Entering } from "./entering.ts";
import { isForgotten } from "./forgotten.ts";
import { landedDrafts } from "./landed.ts";
import { type Hints, Looker } from "./look.ts";
import type { Nerve } from "./nerve.ts";
import { presenceDrafts } from "./presence.ts";
import { record } from "./record.ts";
import { readView, type View } from "./view.ts";

/** What one pass found out and wrote down. */
export interface Pass {
  /** As it is after the pass. */
  readonly view: View;
  readonly sightings: readonly Sighting[];
  /** What this pass wrote. */
  readonly drafts: readonly Draft[];
}

/** What a pair of agents was found to have. */
interface Assessment {
  /** The digests it was made from. */
  readonly of: string;
  readonly conflicts: readonly Conflict[];
  /** Whether the content of both sides was here, so that git could be asked to merge them, and their code compared. */
  readonly whole: boolean;
}

const unassessed: Assessment = { of: "", conflicts: [], whole: false };

/**
 * Looks at worktrees and writes down what follows. A command makes one for one pass; the watcher keeps one, which then remembers what it saw:
 * a save costs one snapshot and the pairs of one agent.
 */
export class Sensor {
  readonly #nerve: Nerve;
  readonly #looker: Looker;
  readonly #digests: Digests;
  readonly #entering = new Entering();
  readonly #resident: boolean;
  readonly #pairs: PairReader;
  /** What each pair of agents was found to have, and from which digests. */
  readonly #found = new Map<string, Assessment>();

  /** `resident`: it will make many passes, so that git processes which stay are worth their start. */
  constructor(nerve: Nerve, { resident = false }: { resident?: boolean } = {}) {
    this.#nerve = nerve;
    this.#resident = resident;
    this.#looker = new Looker(nerve, { resident });
    this.#digests = new Digests(nerve);
    this.#pairs = new PairReader(nerve.repository, { resident });
  }

  /** One pass over all worktrees, or over what `hints` say moved. */
  async pass(hints?: Hints): Promise<Pass> {
    const nerve = this.#nerve;
    const view = await readView(nerve);
    const worktrees = (await readWorktrees(nerve.repository)).filter(({ vanished, copied }) => !vanished && !copied);
    const bound = bindAgents(nerve, view, worktrees);
    const sightings: Sighting[] = [];
    for (const { worktree, look } of await this.#looker.look(worktrees, hints)) {
      const agent = bound.get(worktree.id);
      if (agent) sightings.push({ worktree, agent: this.#backFromLeave(agent, look.changeSet?.snapshot), look });
    }
    for (const sighting of sightings) bound.set(sighting.worktree.id, sighting.agent);

    const staying = new Set([...bound.values()].filter(({ leftAt }) => leftAt === null).map(({ agent }) => agent));
    const before = await this.#digests.read(view);
    const own = await this.#digests.publish(
      sightings.filter(({ agent }) => staying.has(agent.agent)),
      staying,
      view.state,
      new Date(),
    );
    const self = nerve.writer().key.id;
    const others = before.filter(({ writer }) => writer !== self && !view.state.revoked.has(writer)).flatMap(believedDigests);
    const ownBefore = before.find(({ writer }) => writer === self)?.digests ?? [];

    const presence = presenceDrafts(nerve, view.state, bound, worktrees);
    const gone = ownBefore.filter(({ agent }) => !staying.has(agent));
    const conflicts = await this.#conflictDrafts(view, own, others, gone);
    const drafts = [...presence, ...conflicts, ...landedDrafts(view.state, conflicts, ownBefore, own)];
    this.#entering.note(ownBefore, own, Date.now());
    if (!this.#resident || drafts.length > 0 || this.dueIn() === 0) drafts.push(...this.#entering.take(own));
    if (drafts.length > 0) await record(nerve, view, drafts);
    // Even without anything to tell, the live statement may have moved.
    const moved = drafts.length > 0 || !sameDigests(ownBefore, own);
    return { view: moved ? await readView(nerve) : view, sightings, drafts };
  }

  /** Milliseconds until a pass would have something to tell although nothing moves; undefined when nothing waits. */
  dueIn(): number | undefined {
    return this.#entering.dueIn(Date.now());
  }

  async close(): Promise<void> {
    await Promise.all([this.#looker.close(), this.#pairs.close()]);
  }

  /** An agent that left is back when its files are not what they were. */
  #backFromLeave(agent: Sighting["agent"], snapshot: string | undefined): Sighting["agent"] {
    if (agent.leftAt === null || snapshot === undefined || agent.leftAt === snapshot) return agent;
    const next = { ...agent, leftAt: agent.leftAt === "" ? snapshot : null };
    writeBinding(this.#nerve, next);
    return next;
  }

  /** `gone`: agents of this clone that were here at the last pass. What they were in is over. */
  async #conflictDrafts(view: View, own: readonly Digest[], others: readonly Digest[], gone: readonly Digest[]): Promise<Draft[]> {
    const { state } = view;
    const present = (digest: Digest) =>
      state.agents.get(digest.agent)?.writer === digest.writer && state.agents.get(digest.agent)?.status !== "left";
    const ours = own.filter((digest) => !isForgotten(digest, "here", Date.now()));
    const theirs = others.filter((digest) => present(digest) && !isForgotten(digest, "elsewhere", Date.now()));
    const pairs = [
      ...ours.flatMap((a, i) => ours.slice(i + 1).map((b) => [a, b] as const)),
      ...ours.flatMap((a) => theirs.map((b) => [a, b] as const)),
    ];
    const assessed = await this.#assess(pairs);

    const counters = new Map([...own, ...others].map(({ agent, counter }) => [agent, counter]));
    const known = new Map<string, Conflict[]>();
    for (const conflict of state.conflicts.values()) {
      const pair = pairName(conflict.agents.map(({ id }) => id));
      if (conflict.present) known.set(pair, [...(known.get(pair) ?? []), conflict]);
    }
    const digests = new Map([...own, ...others].map((digest) => [digest.agent, digest]));
    const seen = [...assessed].flatMap(([pair, assessment]) => {
      const sides = pair.split(" ").flatMap((agent) => digests.get(agent) ?? []);
      return standing(assessment, known.get(pair) ?? [], sides);
    });
    // What other clones have with each other is theirs to judge. What one of ours had with somebody who was forgotten is not carried on.
    const isTheirs = (agent: AgentId) => counters.has(agent) && own.every((digest) => digest.agent !== agent);
    for (const [pair, records] of known) if (!assessed.has(pair) && pair.split(" ").every(isTheirs)) seen.push(...records);
    for (const { agent, counter } of gone) counters.set(agent, counter);
    return decide(state, seen, counters);
  }

  /** The conflicts of each pair; from memory where neither side changed. */
  async #assess(pairs: readonly (readonly [Digest, Digest])[]): Promise<Map<string, Assessment>> {
    const stale = pairs.filter((pair) => this.#found.get(nameOf(pair))?.of !== viewOf(pair));
    const read = await this.#pairs.read(stale);
    for (const [i, pair] of stale.entries()) {
      const found = read[i];
      if (!found) continue;
      const { input, whole } = found;
      const [a, b] = pair;
      const counters = { [a.agent]: a.counter, [b.agent]: b.counter };
      const conflicts = detectPair(input).map((finding) => conflictOf(finding, [partyOf(a), partyOf(b)], counters));
      this.#found.set(nameOf(pair), { of: viewOf(pair), conflicts, whole });
    }
    const current = new Map(pairs.map((pair) => [nameOf(pair), this.#found.get(nameOf(pair)) ?? unassessed]));
    for (const name of this.#found.keys()) if (!current.has(name)) this.#found.delete(name);
    return current;
  }
}

/**
 * What a pair has, in the light of what others said of it. A clone that holds only a digest of one side cannot ask git to merge, and cannot compare
 * code; where a clone that could has said that something clashes, that stands for as long as both still change the files, instead of the milder
 * things seen from here.
 */
const standing = ({ conflicts, whole }: Assessment, records: readonly Conflict[], sides: readonly Digest[]): readonly Conflict[] => {
  if (whole) return conflicts;
  const changed = new Set(sides.flatMap(({ changes }) => changes.flatMap(({ path, oldPath = path }) => [path, oldPath])));
  const kept = records.filter(({ kind, files }) => !seenInPaths.has(kind) && files.every((file) => changed.has(file)));
  const spoken = new Set(kept.flatMap(({ files }) => files));
  return [...kept, ...conflicts.filter(({ files }) => !files.some((file) => spoken.has(file)))];
};

/** What a digest alone can tell. */
const seenInPaths: ReadonlySet<ConflictKind> = new Set(["same_file", "same_package"]);

const pairName = (agents: readonly AgentId[]): string => [...agents].sort().join(" ");
const nameOf = ([a, b]: readonly [Digest, Digest]): string => pairName([a.agent, b.agent]);
const viewOf = ([a, b]: readonly [Digest, Digest]): string => `${a.agent}:${a.counter} ${b.agent}:${b.counter}`;
const partyOf = ({ agent, name, branch }: Digest) => ({ id: agent, name, branch });
