import { predictMerges } from "../../git/merge-tree.ts";
import { readTouching, type TouchingCommit } from "../../git/touching.ts";
import { conflictKinds, type Finding } from "../../model/conflict.ts";
import type { Oid } from "../../model/ids.ts";
import { detectBetween } from "../detect.ts";
import type { Guest } from "./guest.ts";
import type { Landing } from "./landing.ts";
import type { Replayed } from "./replay.ts";

/** The first two commits, as far as is known, whose comparison gives a warning already. */
export interface Earliest {
  readonly ours: Oid;
  readonly theirs: Oid;
  /** When the later one of the two was committed; seconds since 1970. */
  readonly at: number;
}

type Warning = Pick<Finding, "kind" | "files">;

/**
 * Finds how early a warning could have been given. Both sides are walked through time: at each moment each has the last commit that touched the
 * files in question. Halving finds the first moment at which the two clash; at most six comparisons, then the last one that did clash
 * counts. `squashed` tells what squashed commits were made of. Null when no two such commits clash, for example because a file was moved.
 */
export const findEarliest = async (
  guest: Guest,
  { ours, theirs }: Pick<Replayed, "ours" | "theirs">,
  warning: Warning,
  squashed: ReadonlyMap<Oid, Landing> = new Map(),
): Promise<Earliest | null> => {
  const files = warning.files.slice(0, mostFiles);
  const touching = await readTouching(guest.repository, [ours, theirs], files);
  const before = await readBeforeSquash(guest, touching.ours, files, squashed);
  const moments = momentsOf([...before, ...touching.ours], touching.theirs);
  const clashes = (moment: Earliest) => (warning.kind === "merge_conflict" ? cannotMerge : isSaid)(guest, moment, warning);
  const last = moments.at(-1);
  if (!last || !(await clashes(last))) return null;
  let [low, high] = [0, moments.length - 1];
  for (let comparisons = 1; low < high && comparisons < mostComparisons; comparisons++) {
    const middle = (low + high) >> 1;
    const moment = moments[middle];
    if (moment && (await clashes(moment))) high = middle;
    else low = middle + 1;
  }
  return moments[high] ?? null;
};

/** What git alone can tell is asked of git alone: that is much faster. */
const cannotMerge = async ({ repository, env }: Guest, { ours, theirs }: Earliest, { files }: Warning): Promise<boolean> => {
  const [merge] = await predictMerges(repository, [[ours, theirs]], { env });
  return merge?.kind === "predicted" && merge.conflicts.some(({ paths }) => paths.some((path) => files.includes(path)));
};

const isSaid = async (guest: Guest, { ours, theirs }: Earliest, warning: Warning): Promise<boolean> => {
  const { conflicts } = await detectBetween(guest.repository, { ours, theirs }, guest);
  return conflicts.some((found) => saysAsMuch(found, warning));
};

/** Work that landed as one commit was there before, in the commits of its branch. */
const readBeforeSquash = async (
  { repository }: Guest,
  commits: readonly TouchingCommit[],
  files: readonly string[],
  squashed: ReadonlyMap<Oid, Landing>,
): Promise<TouchingCommit[]> => {
  const landings = commits.flatMap(({ id }) => squashed.get(id) ?? []).slice(-mostBranches);
  const branches = await Promise.all(landings.map(({ ours, theirs }) => readTouching(repository, [ours, theirs], files)));
  return branches.flatMap(({ theirs }) => theirs);
};

const mostFiles = 50;
const mostBranches = 8;
const mostComparisons = 6;

/** The states that the two sides went through together, from the first moment on at which both had touched the files. */
export const momentsOf = (ours: readonly TouchingCommit[], theirs: readonly TouchingCommit[]): Earliest[] => {
  const moments: Earliest[] = [];
  for (const at of [...new Set([...ours, ...theirs].map((commit) => commit.at))].sort((a, b) => a - b)) {
    const [a, b] = [ours, theirs].map((side) => latest(side, at));
    if (a && b) moments.push({ ours: a.id, theirs: b.id, at });
  }
  return moments;
};

const latest = (side: readonly TouchingCommit[], at: number): TouchingCommit | undefined => {
  let last: TouchingCommit | undefined;
  for (const commit of side) if (commit.at <= at && (!last || commit.at >= last.at)) last = commit;
  return last;
};

/** The same kind or a stronger one, on one of the same files. */
const saysAsMuch = (found: Warning, warning: Warning): boolean =>
  conflictKinds.indexOf(found.kind) <= conflictKinds.indexOf(warning.kind) && found.files.some((file) => warning.files.includes(file));
