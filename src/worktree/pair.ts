import type { LruMap } from "../base/lru-map.ts";
import { readTrees } from "../git/ancestry.ts";
import type { Repository } from "../git/repository.ts";
import type { Change, ChangeSet, NotAssessed } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import { type Edit, mirroredPair, noCode, type PairInput } from "../model/pair.ts";
import { mayCollide, readMeetings, type Sides } from "./meeting.ts";
import { readPairBases, treeOfBase } from "./pair-base.ts";
import { readPairEdits } from "./pair-edits.ts";
import { predictPairMerges } from "./pair-merge.ts";
import { inTouch, type Reach, reachOf } from "./reach.ts";

export interface PairOptions {
  /** Where git writes: the private object directory, with the user's own to read from. */
  readonly env?: Readonly<Record<string, string>>;
  /** Pairs prepared before; see `pairKey`. Only what cannot become stale is kept in it. */
  readonly cache?: LruMap<string, PairInput>;
  /** Pairs whose base and own changes are wanted although they touch nothing in common. */
  readonly alsoRead?: (pair: Sides) => boolean;
}

/**
 * Reads from git what detectors need to know of each pair, in the order of `pairs`. Costs nothing for pairs that touch nothing in common; all others
 * share a handful of processes, however many there are. One agent against the rest is n pairs of one call, a cold start all of them.
 */
export const readPairs = async (repository: Repository, pairs: readonly Sides[], options: PairOptions = {}): Promise<PairInput[]> => {
  const reaches = new Map<ChangeSet, Reach>();
  const reach = (side: ChangeSet): Reach => {
    const known = reaches.get(side) ?? reachOf(side.changes);
    reaches.set(side, known);
    return known;
  };
  const inputs = pairs.map((pair): PairInput | undefined =>
    inTouch(reach(pair[0]), reach(pair[1])) || options.alsoRead?.(pair) ? findCached(pair, options) : pairApart(pair),
  );
  const open = pairs.flatMap((pair, place) => (inputs[place] ? [] : [{ place, swapped: isSwapped(pair), sides: inOrder(pair) }]));
  if (open.length === 0) return inputs.filter((input) => input !== undefined);
  const read = await readTouching(
    repository,
    open.map(({ sides }) => sides),
    options,
  );
  for (const [at, { place, swapped }] of open.entries()) {
    const input = read[at];
    if (input) inputs[place] = swapped ? mirroredPair(input) : input;
  }
  return inputs.filter((input) => input !== undefined);
};

/** Identity of all that a pair's input is made from; the same whichever side comes first. */
export const pairKey = (pair: Sides): string => inOrder(pair).map(sideKey).join(" ");

const sideKey = ({ head, base, snapshot }: ChangeSet): string => `${snapshot}:${head}:${base}`;
const isSwapped = ([ours, theirs]: Sides): boolean => sideKey(ours) > sideKey(theirs);
/** Pairs are always merged in one order, so that both sides read the very same answer of git's. */
const inOrder = (pair: Sides): Sides => (isSwapped(pair) ? [pair[1], pair[0]] : pair);

const findCached = (pair: Sides, { cache }: PairOptions): PairInput | undefined => {
  const input = cache?.get(pairKey(pair));
  return input && isSwapped(pair) ? mirroredPair(input) : input;
};

const noEdits: ReadonlyMap<string, Edit> = new Map();

/** A pair of which nobody asked git anything: what each side changes against its own base. */
export const pairApart = ([ours, theirs]: Sides): PairInput => ({
  base: null,
  ours: { snapshot: ours.snapshot, changes: byPath(ours.changes), edits: noEdits },
  theirs: { snapshot: theirs.snapshot, changes: byPath(theirs.changes), edits: noEdits },
  merge: { kind: "not_needed" },
  code: noCode,
  notAssessed: notAssessedBy(ours, theirs),
});

const readTouching = async (repository: Repository, pairs: readonly Sides[], { env = {}, cache }: PairOptions): Promise<PairInput[]> => {
  const trees = await readTrees(repository, idsOf(pairs), { env });
  const bases = await readPairBases(repository, pairs, trees, { env });
  const meetings = await readMeetings(repository, pairs, bases, trees, { env });
  const colliding = meetings.filter(mayCollide);
  const [merges, edits] = await Promise.all([
    predictPairMerges(
      repository,
      colliding.map(({ sides: [ours, theirs], base }) => ({ ours, theirs, base: base.commit })),
      trees,
      { env },
    ),
    readPairEdits(
      repository,
      colliding.map(({ sides: [ours, theirs], base, own }) => ({
        base: treeOfBase(base, trees),
        trees: [trees.get(ours.snapshot), trees.get(theirs.snapshot)],
        own,
      })),
      { env },
    ),
  ]);
  return meetings.map((meeting) => {
    const at = colliding.indexOf(meeting);
    const { sides, base, own } = meeting;
    const side = (n: 0 | 1) => ({ snapshot: sides[n].snapshot, changes: own[n], edits: edits[at]?.[n] ?? noEdits });
    const merge = merges[at] ?? { kind: "not_needed" };
    const input: PairInput = {
      base: base.merged ?? base.commit,
      ours: side(0),
      theirs: side(1),
      merge,
      code: noCode,
      notAssessed: notAssessedBy(...sides),
    };
    // What was missing may arrive with the next fetch; the rest is a function of ids.
    if (idsOf([sides]).every((id) => trees.has(id)) && merge.kind !== "not_assessed") cache?.set(pairKey(sides), input);
    return input;
  });
};

const idsOf = (pairs: readonly Sides[]): Oid[] =>
  pairs.flatMap((sides) => sides.flatMap(({ head, base, snapshot }) => [head, base, snapshot].filter((id) => id !== null)));

const byPath = (changes: readonly Change[]): Map<string, Change> => new Map(changes.map((change) => [change.path, change]));

const notAssessedBy = (...sides: readonly ChangeSet[]): NotAssessed[] => {
  const all = sides.flatMap(({ notAssessed }) => notAssessed);
  const unique = new Map(all.map((one) => [`${one.path}\0${one.reason}`, one]));
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
};
