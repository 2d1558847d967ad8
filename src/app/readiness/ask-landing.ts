import type { LandingFacts, Work } from "../../fold/readiness/work.ts";
import { countCommits } from "../../git/count-commits.ts";
import { predictMerges } from "../../git/merge-tree.ts";
import { preparePrivateStore, privateStore } from "../../git/private-store.ts";
import { wrapTrees } from "../../git/wrap-tree.ts";
import type { Oid } from "../../model/ids.ts";
import type { Nerve } from "../nerve.ts";
import { LandingReader } from "./landing-reader.ts";

/**
 * `works` with what git says of each and its landing branch: how many commits that is ahead, and whether a merge, uncommitted work included,
 * would be clean now. Two git processes for all merges, and one for each base that the branch has moved on from.
 */
export const askLanding = async (nerve: Nerve, works: readonly Work[]): Promise<Work[]> => {
  const reader = new LandingReader(nerve);
  const tips = await Promise.all(
    works.map(({ digest, landing }) => (landing.moved && digest.landing ? reader.tip(digest.landing) : undefined)),
  );
  const moved = works.flatMap((work, place) => {
    const tip = tips[place];
    return tip === undefined ? [] : [{ work, tip }];
  });
  if (moved.length === 0) return [...works];
  const [merges, ahead] = await Promise.all([
    readMerges(nerve, moved),
    countCommits(
      nerve.repository,
      moved.map(({ work, tip }) => [work.digest.base ?? "", tip] as const),
    ),
  ]);
  const asked = new Map(moved.map(({ work }, place) => [work, { merge: merges[place] ?? null, ahead: ahead[place] ?? null }]));
  return works.map((work) => ({ ...work, landing: { ...work.landing, asked: asked.get(work) ?? work.landing.asked } }));
};

interface Moved {
  readonly work: Work;
  readonly tip: Oid;
}

const readMerges = async ({ repository }: Nerve, moved: readonly Moved[]): Promise<LandingFacts["asked"]["merge"][]> => {
  await preparePrivateStore(repository);
  const env = privateStore(repository);
  const wraps = moved.map(({ work: { digest } }) => ({ tree: digest.snapshot, parents: digest.head === null ? [] : [digest.head] }));
  const commits = await wrapTrees(repository, wraps, { env });
  const outcomes = await predictMerges(
    repository,
    moved.map(({ tip }, place) => [commits[place] ?? "", tip] as const),
    { env },
  );
  return outcomes.map((outcome) => (outcome.kind === "not_assessed" ? null : outcome.clean ? "clean" : "fails"));
};
