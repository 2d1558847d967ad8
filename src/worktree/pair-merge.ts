import { predictMerges } from "../git/merge-tree.ts";
import type { Repository } from "../git/repository.ts";
import { type TreeToWrap, wrapTrees } from "../git/wrap-tree.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Oid } from "../model/ids.ts";
import type { Merge, MergeConflict, Stages } from "../model/pair.ts";
import { type Reach, reachOf } from "./reach.ts";

/** Two sides that are in touch, and the commit they are compared with. */
export interface Candidate {
  readonly ours: ChangeSet;
  readonly theirs: ChangeSet;
  readonly base: Oid | null;
}

/**
 * What merging each candidate now would give, in their order. Each side's snapshot is wrapped as one throw-away commit on its head, and all pairs
 * are merged by one process. `trees` tells what is in this clone. What one side merely took over from the landing branch is none of the pair's
 * business: conflicts about it are left out.
 */
export const predictPairMerges = async (
  repository: Repository,
  candidates: readonly Candidate[],
  trees: ReadonlyMap<Oid, Oid>,
  { env = {} }: { env?: Readonly<Record<string, string>> } = {},
): Promise<Merge[]> => {
  const wraps = new Map<string, TreeToWrap>();
  const plans = candidates.map((candidate) => planFor(candidate, trees));
  for (const plan of plans) if ("wrap" in plan) for (const wrap of plan.wrap) wraps.set(keyOf(wrap), wrap);
  const written = await wrapTrees(repository, [...wraps.values()], { env });
  const commits = new Map([...wraps.keys()].map((key, place) => [key, written[place] ?? ""]));
  const pairs = plans.flatMap((plan) => ("wrap" in plan ? [plan.wrap] : []));
  const outcomes = await predictMerges(
    repository,
    pairs.map(([a, b]) => [commits.get(keyOf(a)) ?? "", commits.get(keyOf(b)) ?? ""] as const),
    { env },
  );
  const next = outcomes.values();
  return candidates.map((candidate, place) => {
    const plan = plans[place];
    if (plan && "reason" in plan) return { kind: "not_assessed", reason: plan.reason };
    return concerning(candidate, next.next().value ?? { kind: "not_assessed", reason: "git did not answer" });
  });
};

type Plan = { readonly wrap: readonly [TreeToWrap, TreeToWrap] } | { readonly reason: string };

const planFor = ({ ours, theirs, base }: Candidate, trees: ReadonlyMap<Oid, Oid>): Plan => {
  const unborn = ours.head === null && theirs.head === null;
  if (base === null && !unborn) {
    const known = [ours, theirs].every(({ head }) => head === null || trees.has(head));
    return { reason: known ? "the two sides have no history in common" : "what the two sides have in common is not in this clone" };
  }
  const wraps: TreeToWrap[] = [];
  for (const { head, snapshot } of [ours, theirs]) {
    // A head that is not here stands in for by the base: that is where the two histories part.
    const parent = head !== null && trees.has(head) ? head : base;
    if (!trees.has(snapshot) || (parent !== null && !trees.has(parent))) return { reason: "the content of one side is not in this clone" };
    wraps.push({ tree: snapshot, parents: parent === null ? [] : [parent] });
  }
  const [a, b] = wraps;
  return a && b ? { wrap: [a, b] } : { reason: "the content of one side is not in this clone" };
};

const keyOf = ({ tree, parents }: TreeToWrap): string => `${tree} ${parents.join(" ")}`;

const concerning = (candidate: Candidate, merge: Merge): Merge => {
  if (merge.kind !== "predicted" || merge.clean) return merge;
  const { stages } = merge;
  const [ours, theirs] = [ownWork(candidate.ours, candidate.base), ownWork(candidate.theirs, candidate.base)];
  const conflicts = merge.conflicts.filter((conflict) => {
    const about = stages.filter(({ path }) => conflict.paths.includes(path));
    return isAbout(ours, conflict, about, "ours") && isAbout(theirs, conflict, about, "theirs");
  });
  return { ...merge, conflicts, clean: conflicts.length === 0 };
};

/** What a side did itself since its own base, where that is not the pair's: undefined when all that differs from the pair's base is its own. */
type OwnWork = { readonly reach: Reach; readonly before: ReadonlySet<Oid | null>; readonly after: ReadonlySet<Oid | null> } | undefined;

const ownWork = ({ base, changes }: ChangeSet, pairBase: Oid | null): OwnWork =>
  base === pairBase
    ? undefined
    : {
        reach: reachOf(changes),
        before: new Set(changes.map(({ oldBlob }) => oldBlob)),
        after: new Set(changes.map(({ newBlob }) => newBlob)),
      };

/** By path, or by content where the file has another name on this side. Conflicts over moved folders name a file of one side and a folder of the other. */
const isAbout = (own: OwnWork, conflict: MergeConflict, about: readonly Stages[], side: "ours" | "theirs"): boolean =>
  own === undefined ||
  conflict.kind === "directory rename" ||
  conflict.paths.some((path) => own.reach.paths.has(path) || own.reach.folders.has(path)) ||
  about.some((stages) => (stages.base && own.before.has(stages.base.blob)) || (stages[side] && own.after.has(stages[side].blob)));
