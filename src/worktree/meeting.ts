import type { Repository } from "../git/repository.ts";
import { readTreeDiffs } from "../git/tree-diff.ts";
import type { Change, ChangeSet } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import type { Entry } from "../model/pair.ts";
import { newEntry, oldEntry, ownChanges, sameEntry } from "./own-changes.ts";
import { type PairBase, treeOfBase } from "./pair-base.ts";
import { inTouch, reachOf } from "./reach.ts";

/** A change set of this clone, or the digest of one of another clone whose objects may not be here. */
export type Sides = readonly [ours: ChangeSet, theirs: ChangeSet];

/** A pair on its way: what each side did itself since their common base. */
export interface Meeting {
  readonly sides: Sides;
  readonly base: PairBase;
  readonly own: readonly [ReadonlyMap<string, Change>, ReadonlyMap<string, Change>];
}

/** What both sides of each pair did themselves since the base of the pair, in the order of `pairs`. `trees` tells what is in this clone. */
export const readMeetings = async (
  repository: Repository,
  pairs: readonly Sides[],
  bases: readonly PairBase[],
  trees: ReadonlyMap<Oid, Oid>,
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Meeting[]> => {
  const entries = await readBaseEntries(repository, pairs, bases, trees, env);
  return pairs.map((sides, place) => {
    const base = bases[place] ?? { commit: null, merged: null };
    const [ours, theirs] = sides;
    const at = sides.map((side) => entries.get(entriesKey(base, side)));
    const own = [
      ownChanges(ours.changes, at[0] ?? entriesSeenBy(theirs, at[1])),
      ownChanges(theirs.changes, at[1] ?? entriesSeenBy(ours, at[0])),
    ] as const;
    return { sides, base, own: base.commit === null ? [withoutOvertaken(own[0], own[1]), withoutOvertaken(own[1], own[0])] : own };
  });
};

const entriesKey = ({ commit, merged }: PairBase, side: ChangeSet): string => `${merged ?? commit} ${side.base}`;

/** Where each pair's base differs from a side's own base, by `entriesKey`; nothing where one of the two is not here. One process. */
const readBaseEntries = async (
  repository: Repository,
  pairs: readonly Sides[],
  bases: readonly PairBase[],
  trees: ReadonlyMap<Oid, Oid>,
  env: Readonly<Record<string, string>>,
): Promise<Map<string, ReadonlyMap<string, Entry | null>>> => {
  const entries = new Map<string, ReadonlyMap<string, Entry | null>>();
  const asked = new Map<string, readonly [Oid, Oid]>();
  for (const [place, base] of bases.entries()) {
    for (const side of pairs[place] ?? []) {
      const from = treeOfBase(base, trees);
      const to = trees.get(side.base ?? "");
      if ((!base.merged && base.commit === side.base) || (from && from === to)) entries.set(entriesKey(base, side), new Map());
      else if (from && to) asked.set(entriesKey(base, side), [from, to]);
    }
  }
  const diffs = await readTreeDiffs(repository, [...asked.values()], { env });
  for (const [place, key] of [...asked.keys()].entries()) {
    const diff = diffs[place] ?? [];
    entries.set(key, new Map(diff.map((change) => [change.path, oldEntry({ ...change, package: null })])));
  }
  return entries;
};

/** A side whose own base is not here: what the other one knows of the pair's base at the paths it changed. */
const entriesSeenBy = (other: ChangeSet, known: ReadonlyMap<string, Entry | null> | undefined): Map<string, Entry | null> => {
  const entries = new Map(known ?? []);
  if (!known) return entries;
  for (const change of other.changes) {
    const source = change.oldPath ?? change.path;
    if (!known.has(source)) entries.set(source, oldEntry(change));
  }
  return entries;
};

/** Without a common base: a result that the other side started from is in its history, so it cannot collide with what came after. */
const withoutOvertaken = (own: ReadonlyMap<string, Change>, other: ReadonlyMap<string, Change>): ReadonlyMap<string, Change> => {
  const left = new Map(own);
  for (const [path, change] of own) {
    const successor = other.get(path);
    if (successor?.oldBlob && sameEntry(newEntry(change), oldEntry(successor))) left.delete(path);
  }
  return left;
};

/** Still in touch once everything that both did alike, or took from elsewhere, is set aside? With several bases only git can tell. */
export const mayCollide = ({ base, own: [ours, theirs] }: Meeting): boolean =>
  base.merged !== null || inTouch(reachOf(differing(ours, theirs)), reachOf(differing(theirs, ours)));

function* differing(own: ReadonlyMap<string, Change>, other: ReadonlyMap<string, Change>): Generator<Change> {
  for (const change of own.values()) {
    const twin = other.get(change.path);
    // What both deleted may, to git, have moved to a file that only one of them added.
    if (!twin || change.newBlob === null || twin.oldPath !== change.oldPath || !sameEntry(newEntry(change), newEntry(twin))) yield change;
  }
}
