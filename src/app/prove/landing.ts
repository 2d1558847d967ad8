import type { PastCommit } from "../../git/history.ts";
import type { Oid } from "../../model/ids.ts";

/** A commit that brought two lines of work together. */
export interface Landing {
  readonly commit: PastCommit;
  /** `merge`: by its two parents. `squash`: one commit for a whole pull request, whose branch is still known. */
  readonly how: "merge" | "squash";
  readonly ours: Oid;
  readonly theirs: Oid;
  readonly pullRequest: number | null;
}

/** What `landingsIn` found, and what it had to leave out. */
export interface Landings {
  /** Newest first. */
  readonly found: readonly Landing[];
  /** Merges of more than two branches. */
  readonly octopus: number;
  /** Squashed pull requests whose branch is not in this clone. */
  readonly branchUnknown: number;
}

/** Which commits of a history landed work beside other work. `line` is the line of first parents that squashed work lands on. */
export const landingsIn = (past: readonly PastCommit[], line: ReadonlySet<Oid>, tips: ReadonlyMap<number, Oid>): Landings => {
  const found: Landing[] = [];
  let octopus = 0;
  let branchUnknown = 0;
  for (const commit of past) {
    const [ours, theirs, third] = commit.parents;
    const pullRequest = pullRequestOf(commit);
    if (third !== undefined) octopus++;
    else if (ours !== undefined && theirs !== undefined) found.push({ commit, how: "merge", ours, theirs, pullRequest });
    else if (ours !== undefined && pullRequest !== null && line.has(commit.id)) {
      const tip = tips.get(pullRequest);
      if (tip === undefined) branchUnknown++;
      else if (tip !== commit.id) found.push({ commit, how: "squash", ours, theirs: tip, pullRequest });
    }
  }
  return { found: found.sort((a, b) => b.commit.at - a.commit.at), octopus, branchUnknown };
};

/** The line of first parents from `tip` on, as far as `past` goes. */
export const firstParents = (past: readonly PastCommit[], tip: Oid): Set<Oid> => {
  const byId = new Map(past.map((commit) => [commit.id, commit]));
  const line = new Set<Oid>();
  for (let at = byId.get(tip); at && !line.has(at.id); at = byId.get(at.parents[0] ?? "")) line.add(at.id);
  return line;
};

/** Of "Merge pull request #7 from …", "… (#7)" and "… (!7)". What is quoted in a revert's title comes earlier, so the last one counts. */
const pullRequestOf = ({ title }: PastCommit): number | null => {
  const [, number] = /^Merge pull request #(\d+)\b/.exec(title) ?? /\([#!](\d+)\)\s*$/.exec(title) ?? [];
  return number === undefined ? null : Number(number);
};
