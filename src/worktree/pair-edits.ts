import { readEdits } from "../git/edits.ts";
import type { Repository } from "../git/repository.ts";
import type { Change } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import type { Edit } from "../model/pair.ts";

/** Where both sides of a pair started, what they have now (trees; undefined when not in this clone), and what they changed. */
export interface EditedPair {
  readonly base: Oid | undefined;
  readonly trees: readonly [ours: Oid | undefined, theirs: Oid | undefined];
  readonly own: readonly [ours: ReadonlyMap<string, Change>, theirs: ReadonlyMap<string, Change>];
}

/** Edits of both sides of a pair, by path. */
export type PairEdits = readonly [ours: ReadonlyMap<string, Edit>, theirs: ReadonlyMap<string, Edit>];

/**
 * How both sides of each pair edited the regular files they share, as far as base and content are in this clone. One process for all pairs, and
 * at most 2,000 paths: beyond that nobody reads line numbers.
 */
export const readPairEdits = async (
  repository: Repository,
  pairs: readonly EditedPair[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<PairEdits[]> => {
  const paths = new Set(pairs.flatMap(({ own: [ours, theirs] }) => [...sharedFiles(ours, theirs), ...sharedFiles(theirs, ours)]));
  if (paths.size === 0) return pairs.map(() => [new Map(), new Map()]);
  const asked = new Map<string, readonly [Oid, Oid]>();
  for (const { base, trees } of pairs) {
    for (const tree of trees) if (base && tree) asked.set(spanKey(base, tree), [base, tree]);
  }
  const read = await readEdits(repository, [...asked.values()], [...paths].slice(0, 2_000), { env });
  const edits = new Map([...asked.keys()].map((key, place) => [key, read[place]]));
  const editsOf = (base: Oid | undefined, tree: Oid | undefined) => edits.get(spanKey(base, tree)) ?? new Map<string, Edit>();
  return pairs.map(({ base, trees: [ours, theirs] }) => [editsOf(base, ours), editsOf(base, theirs)]);
};

const spanKey = (base: Oid | undefined, tree: Oid | undefined): string => `${base} ${tree}`;

/** Regular files that both have a hand in; of a moved one both ends, so that git sees the move. */
function* sharedFiles(own: ReadonlyMap<string, Change>, other: ReadonlyMap<string, Change>): Generator<string> {
  for (const { path, oldPath, oldMode, newMode } of own.values()) {
    if (!isRegular(oldMode) || !isRegular(newMode)) continue;
    if (!other.has(path) && (oldPath === undefined || !other.has(oldPath))) continue;
    yield path;
    if (oldPath !== undefined) yield oldPath;
  }
}

const isRegular = (mode: string | null): boolean => mode?.startsWith("100") === true;
