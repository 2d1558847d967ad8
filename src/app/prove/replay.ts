import { readMergeBases, readTrees } from "../../git/ancestry.ts";
import { predictMerges } from "../../git/merge-tree.ts";
import { readTreeDiffs, type TreeChange } from "../../git/tree-diff.ts";
import type { Oid } from "../../model/ids.ts";
import type { MergePrediction } from "../../model/pair.ts";
import { atOnce } from "./at-once.ts";
import type { Guest } from "./guest.ts";
import type { Landing } from "./landing.ts";

/** A landing, merged once more, with what each side had changed and what became of it. */
export interface Replayed extends Landing {
  readonly base: Oid;
  readonly merge: MergePrediction;
  /** By path, since the base. */
  readonly own: { readonly ours: ReadonlyMap<string, TreeChange>; readonly theirs: ReadonlyMap<string, TreeChange> };
  /** From our side to what landed, and from git's own merge to what landed. */
  readonly landed: { readonly fromOurs: readonly TreeChange[]; readonly fromMerge: readonly TreeChange[] };
  /** What landed is one side as it was, whatever the other had done: `git merge -s ours`, or the like. */
  readonly keptOneSide: boolean;
}

/** Why landings were not compared: counts. */
export interface NotCompared {
  /** Nothing else had landed since the branch began, so there was nothing to clash with. */
  readonly upToDate: number;
  readonly unrelated: number;
  /** Objects are missing, or git cannot merge them. */
  readonly unreadable: number;
  /** Squashed pull requests that do not look like the branch that this clone knows. */
  readonly unlikeBranch: number;
}

/** Merges every landing once more; one git process for 20 of them and a few for all. Throws the signal's reason when it is aborted. */
export const replay = async (
  { repository, env }: Guest,
  landings: readonly Landing[],
  signal?: AbortSignal,
): Promise<{ replayed: Replayed[]; notCompared: NotCompared }> => {
  const counts = { upToDate: 0, unrelated: 0, unreadable: 0, unlikeBranch: 0 };
  const trees = await readTrees(
    repository,
    landings.flatMap(({ ours, theirs }) => [ours, theirs]),
    { env },
  );
  const here = landings.filter(({ ours, theirs }) => trees.has(ours) && trees.has(theirs));
  counts.unreadable = landings.length - here.length;
  const bases = await readMergeBases(
    repository,
    here.map(({ ours, theirs }) => [ours, theirs] as const),
    { env },
  );
  const parted: (Landing & { base: Oid })[] = [];
  for (const [place, landing] of here.entries()) {
    const [base] = bases[place] ?? [];
    if (base === undefined) counts.unrelated++;
    else if (base === landing.ours || base === landing.theirs) counts.upToDate++;
    else parted.push({ ...landing, base });
  }
  const lots = Array.from({ length: Math.ceil(parted.length / lot) }, (_, place) => parted.slice(place * lot, (place + 1) * lot));
  const merges = (
    await atOnce(2, lots, signal, (some) =>
      predictMerges(
        repository,
        some.map(({ ours, theirs }) => [ours, theirs] as const),
        { env },
      ),
    )
  ).flat();
  const baseTrees = await readTrees(
    repository,
    parted.map(({ base }) => base),
    { env },
  );
  const treeOf = (id: Oid): Oid => baseTrees.get(id) ?? trees.get(id) ?? repository.emptyTree;
  const merged = parted.flatMap((landing, place) => {
    const merge = merges[place];
    return merge?.kind === "predicted" ? [{ ...landing, merge }] : [];
  });
  counts.unreadable += parted.length - merged.length;
  const spans = merged.flatMap(({ base, ours, theirs, merge, commit }) => [
    [treeOf(base), treeOf(ours)] as const,
    [treeOf(base), treeOf(theirs)] as const,
    [treeOf(ours), commit.tree] as const,
    [merge.tree, commit.tree] as const,
  ]);
  const diffs = (await readTreeDiffs(repository, spans, { env })).values();
  const next = (): TreeChange[] => diffs.next().value ?? [];
  const replayed: Replayed[] = [];
  for (const landing of merged) {
    const own = { ours: byPath(next()), theirs: byPath(next()) };
    const landed = { fromOurs: next(), fromMerge: next() };
    const keptOneSide = [treeOf(landing.ours), treeOf(landing.theirs)].includes(landing.commit.tree) && landed.fromMerge.length > 0;
    const one = { ...landing, own, landed, keptOneSide };
    if (landing.how === "squash" && !looksLikeBranch(one)) counts.unlikeBranch++;
    else replayed.push(one);
  }
  return { replayed, notCompared: counts };
};

/** Merges of one git process: between two, we can be stopped. */
const lot = 20;

const byPath = (changes: readonly TreeChange[]): Map<string, TreeChange> => new Map(changes.map((change) => [change.path, change]));

/** What landed is what git makes of the branch, or at least changes mostly the same files. */
const looksLikeBranch = ({ own, landed }: Pick<Replayed, "own" | "landed">): boolean => {
  if (landed.fromMerge.length === 0) return true;
  const common = landed.fromOurs.filter(({ path }) => own.theirs.has(path)).length;
  return common * 2 >= landed.fromOurs.length + own.theirs.size - common;
};
