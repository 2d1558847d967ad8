import { readMergeBases } from "../git/ancestry.ts";
import type { Repository } from "../git/repository.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import { readMergedBases } from "./merged-bases.ts";

/** The commit two sides are compared with. */
export interface PairBase {
  /** Null when nothing that is known here is in the history of both. */
  readonly commit: Oid | null;
  /** After criss-cross merges there are several, of which `commit` is one: the tree of merging them. Null otherwise. */
  readonly merged: Oid | null;
}

/**
 * What each pair of sides has in common, in the order of `pairs`: the merge base of their heads if both are in this clone; else a head that the
 * other side says it is built on; else the merge base of their bases. `known` holds the commits that are here. At most one process, but after criss-cross
 * merges, which `env` says where to write.
 */
export const readPairBases = async (
  repository: Repository,
  pairs: readonly (readonly [ChangeSet, ChangeSet])[],
  known: ReadonlyMap<Oid, Oid>,
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<PairBase[]> => {
  const obvious = pairs.map(([ours, theirs]) => obviousBase(ours, theirs, known));
  const asked = new Map<string, readonly [Oid, Oid]>();
  for (const base of obvious) if (base && "ask" in base) asked.set(base.ask.join(), base.ask);
  const answers = await readMergeBases(repository, [...asked.values()], { env });
  const bases = new Map([...asked.keys()].map((key, place) => [key, answers[place] ?? []]));
  const several = [...bases].flatMap(([key, [first, ...others]]) =>
    first === undefined || others.length === 0 ? [] : [{ key, list: [first, ...others] as const }],
  );
  const trees = await readMergedBases(
    repository,
    several.map(({ list }) => list),
    { env },
  );
  const merged = new Map(several.map(({ key }, place) => [key, trees[place] ?? null]));
  return obvious.map((base) => {
    if (!("ask" in base)) return base;
    const key = base.ask.join();
    return { commit: bases.get(key)?.[0] ?? null, merged: merged.get(key) ?? null };
  });
};

const obviousBase = (ours: ChangeSet, theirs: ChangeSet, known: ReadonlyMap<Oid, Oid>): PairBase | { ask: readonly [Oid, Oid] } => {
  if (ours.head === theirs.head) return { commit: ours.head, merged: null };
  if (ours.head === null || theirs.head === null) return { commit: null, merged: null };
  if (known.has(ours.head) && known.has(theirs.head)) return { ask: [ours.head, theirs.head] };
  if (contains(theirs, ours.head)) return { commit: ours.head, merged: null };
  if (contains(ours, theirs.head)) return { commit: theirs.head, merged: null };
  if (ours.base === theirs.base) return { commit: ours.base, merged: null };
  if (ours.base === null || theirs.base === null) return { commit: null, merged: null };
  if (known.has(ours.base) && known.has(theirs.base)) return { ask: [ours.base, theirs.base] };
  return { commit: null, merged: null };
};

const contains = (side: ChangeSet, commit: Oid): boolean => side.base === commit || side.commits.includes(commit);

/** The tree both sides are compared with; undefined when it is not here. */
export const treeOfBase = ({ commit, merged }: PairBase, trees: ReadonlyMap<Oid, Oid>): Oid | undefined =>
  merged ?? trees.get(commit ?? "");
