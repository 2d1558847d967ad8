import { readMergeBases } from "../git/ancestry.ts";
import type { Repository } from "../git/repository.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";

/** The commit two sides are compared with. */
export interface PairBase {
  /** Null when nothing that is known here is in the history of both. */
  readonly commit: Oid | null;
  /** After criss-cross merges there are several; `commit` is then one of them. */
  readonly several: boolean;
}

/**
 * What each pair of sides has in common, in the order of `pairs`: the merge base of their heads if both are in this clone; else a head that the
 * other side says it is built on; else the merge base of their bases. `known` holds the commits that are here. At most one process.
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
  return obvious.map((base) => {
    if (!("ask" in base)) return base;
    const [commit = null, ...others] = bases.get(base.ask.join()) ?? [];
    return { commit, several: others.length > 0 };
  });
};

const obviousBase = (ours: ChangeSet, theirs: ChangeSet, known: ReadonlyMap<Oid, Oid>): PairBase | { ask: readonly [Oid, Oid] } => {
  if (ours.head === theirs.head) return { commit: ours.head, several: false };
  if (ours.head === null || theirs.head === null) return { commit: null, several: false };
  if (known.has(ours.head) && known.has(theirs.head)) return { ask: [ours.head, theirs.head] };
  if (contains(theirs, ours.head)) return { commit: ours.head, several: false };
  if (contains(ours, theirs.head)) return { commit: theirs.head, several: false };
  if (ours.base === theirs.base) return { commit: ours.base, several: false };
  if (ours.base === null || theirs.base === null) return { commit: null, several: false };
  if (known.has(ours.base) && known.has(theirs.base)) return { ask: [ours.base, theirs.base] };
  return { commit: null, several: false };
};

const contains = (side: ChangeSet, commit: Oid): boolean => side.base === commit || side.commits.includes(commit);
