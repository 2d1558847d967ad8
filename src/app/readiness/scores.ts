import { readinessOf } from "../../fold/readiness/readiness.ts";
import type { Digests } from "../digests.ts";
import type { Nerve } from "../nerve.ts";
import type { View } from "../view.ts";
import { readWorks } from "./works.ts";

/** A branch with something to land, and how ready it is: 0 to 100. */
export interface Score {
  readonly branch: string;
  readonly score: number;
}

/** The scores of all branches with something to land, the same numbers as `readReadiness` gives; where two clones have a branch, the lower one. */
export const readScores = async (nerve: Nerve, view: View, digests?: Digests): Promise<Score[]> => {
  const works = (await readWorks(nerve, view, digests)).filter(({ digest }) => digest.changes.length > 0);
  const scores = new Map<string, number>();
  for (const work of works) {
    const others = works.filter((other) => other !== work);
    const { score } = readinessOf(view.state, work, others);
    const { branch } = work.digest;
    if (branch !== null && score !== null) scores.set(branch, Math.min(score, scores.get(branch) ?? score));
  }
  return [...scores].map(([branch, score]) => ({ branch, score }));
};
