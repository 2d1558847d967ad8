import os from "node:os";
import path from "node:path";
import { play } from "./play.ts";
import { inPlayground } from "./playground.ts";
import type { Scenario } from "./scenario.ts";
import { type Score, scoresOf } from "./score.ts";
import { failedVerdict, isRight, type Verdict, verdictOn } from "./verdict.ts";

export interface Evaluation {
  readonly scores: readonly Score[];
  /** In the order of the scenarios. */
  readonly verdicts: readonly Verdict[];
  /** Those that are not as they should be. */
  readonly failures: readonly Verdict[];
  /** Every kind reaches its gate, and the two ways of looking work and agree everywhere. */
  readonly passes: boolean;
}

export interface EvaluateOptions {
  /** No scenario begins once it is aborted; then this throws its reason. */
  readonly signal: AbortSignal;
  /** After each scenario: how many are done. */
  readonly progress?: (done: number) => void;
}

/**
 * Plays scenarios on repositories made for the purpose, as many at once as there are processors, and says how well the conflicts are told. Nothing of
 * it stays. Changes the environment of this process while it runs.
 */
export const evaluate = (scenarios: readonly Scenario[], { signal, progress }: EvaluateOptions): Promise<Evaluation> =>
  inPlayground(async (folder) => {
    const verdicts: Verdict[] = [];
    const queue = scenarios.entries();
    let done = 0;
    const work = async (): Promise<void> => {
      for (const [at, scenario] of queue) {
        // The others are at their end, too, before the folder goes.
        if (signal.aborted) return;
        verdicts[at] = await judged(path.join(folder, String(at)), scenario);
        progress?.(++done);
      }
    };
    await Promise.all(Array.from({ length: os.availableParallelism() }, work));
    signal.throwIfAborted();
    return evaluationOf(verdicts);
  });

const judged = async (folder: string, scenario: Scenario): Promise<Verdict> => {
  try {
    return verdictOn(scenario, await play(folder, scenario));
  } catch (error) {
    return failedVerdict(scenario, error instanceof Error ? error.message : String(error));
  }
};

const evaluationOf = (verdicts: readonly Verdict[]): Evaluation => {
  const scores = scoresOf(verdicts);
  const agreed = verdicts.every(({ disagreements, failure }) => failure === null && disagreements.length === 0);
  return {
    scores,
    verdicts,
    failures: verdicts.filter((verdict) => !isRight(verdict)),
    passes: agreed && scores.every(({ passes }) => passes),
  };
};
