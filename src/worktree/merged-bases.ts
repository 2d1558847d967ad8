import { predictMerges } from "../git/merge-tree.ts";
import type { Repository } from "../git/repository.ts";
import { wrapTrees } from "../git/wrap-tree.ts";
import type { Oid } from "../model/ids.ts";

/**
 * Of each list of merge bases, the tree of merging them all: what two sides have in common after criss-cross merges. Git merges from it as well, see
 * "recursive" in git-merge(1), conflict markers included. Null where git could not merge them. Two processes for each base after the first, however
 * many lists there are; what they write goes to the object directory that `env` names.
 */
export const readMergedBases = async (
  repository: Repository,
  lists: readonly (readonly [Oid, ...Oid[]])[],
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<(Oid | null)[]> => {
  const merged = lists.map(([commit]): Merged => ({ commit, tree: null }));
  const most = Math.max(0, ...lists.map(({ length }) => length));
  for (let next = 1; next < most; next++) {
    const open = lists.flatMap((bases, place) => {
      const [before, base] = [merged[place], bases[next]];
      return before?.commit && base ? [{ place, parents: [before.commit, base] as const }] : [];
    });
    const outcomes = await predictMerges(
      repository,
      open.map(({ parents }) => parents),
      { env },
    );
    const done = open.flatMap(({ place, parents }, at) => {
      const outcome = outcomes[at];
      merged[place] = failed;
      return outcome?.kind === "predicted" ? [{ place, parents, tree: outcome.tree }] : [];
    });
    const commits = await wrapTrees(repository, done, { env });
    for (const [at, { place, tree }] of done.entries()) merged[place] = { commit: commits[at] ?? null, tree };
  }
  return merged.map(({ tree }) => tree);
};

interface Merged {
  readonly commit: Oid | null;
  readonly tree: Oid | null;
}

const failed: Merged = { commit: null, tree: null };
