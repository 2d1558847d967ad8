import fs from "node:fs";
import path from "node:path";
import { canonicalJson } from "../base/canonical-json.ts";
import type { Worktree } from "../git/worktrees.ts";
import type { Live } from "../log/live.ts";
import type { Digest, Presence } from "../model/digest.ts";
import type { AgentId, WriterId } from "../model/ids.ts";
import { isAlive } from "../worktree/process.ts";
import type { BoundAgent } from "./agents.ts";
import type { Look } from "./look.ts";

/** What the agent of a worktree was just seen to have. */
export interface Sighting {
  readonly worktree: Worktree;
  readonly agent: BoundAgent;
  readonly look: Look;
}

interface DigestContext {
  readonly writer: WriterId;
  /** For what is not as it was. */
  readonly counter: number;
  readonly now: Date;
  /** Count everything as changed. */
  readonly anew: boolean;
}

/** The digests of a clone's agents: those that were just seen made anew, the others as they were before. Sorted by agent. */
export const mergedDigests = (
  before: readonly Digest[],
  sightings: readonly Sighting[],
  present: ReadonlySet<AgentId>,
  context: DigestContext,
): Digest[] => {
  const digests = new Map(before.filter(({ agent }) => present.has(agent)).map((digest) => [digest.agent, digest]));
  for (const sighting of sightings) {
    const last = digests.get(sighting.agent.agent);
    const digest = digestOf(sighting, last, context);
    if (digest) digests.set(digest.agent, digest);
  }
  return [...digests.values()].sort((a, b) => (a.agent < b.agent ? -1 : 1));
};

/** Undefined when nothing is known of the agent's work: it could not be looked at, and never was. */
const digestOf = (
  { worktree, agent, look }: Sighting,
  last: Digest | undefined,
  { writer, counter, now, anew }: DigestContext,
): Digest | undefined => {
  const changeSet = look.changeSet ?? last;
  if (!changeSet) return;
  const { base, head, commits, snapshot, changes, notAssessed } = changeSet;
  const { agent: id, name } = agent;
  const content = {
    ...{ agent: id, writer, name, branch: worktree.branch, landing: look.landing, base, head, commits, snapshot, changes },
    notAssessed: look.reason ? [...notAssessed.filter(({ path: at }) => at !== ""), { path: "", reason: look.reason }] : notAssessed,
  };
  const same = last !== undefined && canonicalJson(contentOf(last)) === canonicalJson(content);
  // Old times are looked up anew: a clock that was wrong for a moment must not make work look forgotten for good.
  const lastSeen = same && isRecent(last.presence, now) ? last.presence.lastSeen : movedAt(worktree, look, now).toISOString();
  return { ...content, counter: same && !anew ? last.counter : counter, presence: presenceOf(agent, lastSeen, now) };
};

const contentOf = ({ counter: _, presence: __, ...content }: Digest) => content;

/** A machine that said nothing for this long is taken to be off, and nobody on it to be at work. */
const silentMs = 15 * 60 * 1000;

/** What another machine last said of its agents, with what can be made of it now: nobody is at work on a machine that is silent. */
export const believedDigests = ({ at, digests }: Live): Digest[] => {
  if (Date.now() - Date.parse(at) < silentMs) return [...digests];
  return digests.map((digest) => ({ ...digest, presence: { ...digest.presence, live: false } }));
};

/** Work counts as recent for this long after something moved. */
const restlessMs = 15 * 60 * 1000;

/** Whether somebody works there: the process that joined is alive, or, as far as that is unknown, something moved lately. */
export const presenceOf = ({ pid, startedAt }: Pick<BoundAgent, "pid" | "startedAt">, lastSeen: string, now: Date): Presence => {
  const alive = pid !== null && isAlive(pid, startedAt);
  return { pid, startedAt, lastSeen, live: alive || isRecent({ lastSeen }, now) };
};

const isRecent = ({ lastSeen }: Pick<Presence, "lastSeen">, now: Date): boolean => now.getTime() - Date.parse(lastSeen) < restlessMs;

/** When a worktree was last worked in: the newest of its changed files and of its HEAD. Not "now": old work that is first seen is old. */
const movedAt = ({ path: root, gitDir }: Worktree, { changeSet }: Look, now: Date): Date => {
  const changed = (changeSet?.changes ?? []).slice(0, 500).map((change) => path.join(root, change.path));
  const times = [path.join(gitDir, "HEAD"), path.join(gitDir, "logs", "HEAD"), ...changed].map(
    (file) => fs.lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return new Date(Math.min(Math.max(...times) || now.getTime(), now.getTime()));
};
