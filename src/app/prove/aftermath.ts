import type { PastCommit } from "../../git/history.ts";
import type { Oid } from "../../model/ids.ts";
import type { Landing } from "./landing.ts";

/** How far behind a landing we look for what was mended: whichever ends first. */
export const window = { commits: 20, seconds: 3 * 86_400 } as const;

/** What came after a landing. */
export interface Aftermath {
  /** Next commits on the same line of first parents, oldest first, within `window`. */
  readonly followers: readonly PastCommit[];
  /** Whether the window is over: before that, nothing can be said about what did not follow. */
  readonly over: boolean;
  /** The commit that says it reverts this landing. */
  readonly reverted: PastCommit | null;
}

/** Tells what came after landings of one history. */
export const aftermathIn = (past: readonly PastCommit[], line: ReadonlySet<Oid>): ((landing: Landing) => Aftermath) => {
  const next = nextOnLine(past, line);
  const newest = past.reduce((time, { at }) => Math.max(time, at), 0);
  const reverts = past.filter(({ reverts: { commits, pullRequests } }) => commits.length + pullRequests.length > 0);
  return (landing) => {
    const followers: PastCommit[] = [];
    const end = landing.commit.at + window.seconds;
    let at = next.get(landing.commit.id);
    for (; at && at.at <= end && followers.length < window.commits; at = next.get(at.id)) followers.push(at);
    return {
      followers,
      over: at !== undefined || followers.length === window.commits || newest > end,
      reverted: reverts.find((commit) => takesBack(commit, landing)) ?? null,
    };
  };
};

/** The commit that has each one as its first parent; of several the one on `line`, else the first one made. */
const nextOnLine = (past: readonly PastCommit[], line: ReadonlySet<Oid>): Map<Oid, PastCommit> => {
  const next = new Map<Oid, PastCommit>();
  for (const commit of past) {
    const [parent] = commit.parents;
    if (parent === undefined) continue;
    const rival = next.get(parent);
    if (!rival || line.has(commit.id) || (!line.has(rival.id) && commit.at < rival.at)) next.set(parent, commit);
  }
  return next;
};

const takesBack = ({ id, reverts }: PastCommit, { commit, pullRequest }: Landing): boolean =>
  id !== commit.id &&
  (reverts.commits.some((reverted) => commit.id.startsWith(reverted)) ||
    (pullRequest !== null && reverts.pullRequests.includes(pullRequest)));
