import type { Question } from "./question.ts";
import type { Answer } from "./tool.ts";

/** How well a tool told which pairs are breaking. A share is undefined where there is nothing to divide by. */
export interface Score {
  readonly answered: number;
  /** Pairs without an answer, by the kind of silence. They count as not breaking. */
  readonly silences: ReadonlyMap<string, number>;
  /** Said and labelled breaking; said only; labelled only; neither. */
  readonly right: number;
  readonly falseAlarms: number;
  readonly missed: number;
  readonly silent: number;
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  /** Milliseconds per pair that was answered. */
  readonly median: number | undefined;
  readonly slowest: number | undefined;
}

/** How many pairs hold a rule of the labels, or are of a kind, and in how many of them a tool said breaking. */
export interface RuleScore {
  readonly rule: string;
  readonly pairs: number;
  readonly found: number;
}

/** An answer belongs to the question at its place. What was not asked is left out; all other silence counts. */
export const scoreOf = (questions: readonly Question[], answers: readonly Answer[]): Score => {
  const counts = { right: 0, falseAlarms: 0, missed: 0, silent: 0 };
  const silences = new Map<string, number>();
  const times: number[] = [];
  for (const [place, answer] of answers.entries()) {
    if (answer.kind === "answered") times.push(answer.milliseconds);
    else silences.set(answer.kind, (silences.get(answer.kind) ?? 0) + 1);
    if (answer.kind === "not asked") continue;
    const labelled = questions[place]?.breaking ?? false;
    counts[saysBreaking(answer) ? (labelled ? "right" : "falseAlarms") : labelled ? "missed" : "silent"] += 1;
  }
  const { right, falseAlarms, missed } = counts;
  times.sort((a, b) => a - b);
  return {
    ...counts,
    silences,
    answered: times.length,
    precision: share(right, right + falseAlarms),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + falseAlarms + missed),
    median: times[Math.floor(times.length / 2)],
    slowest: times.at(-1),
  };
};

/** Of the pairs that are labelled breaking; in the order in which rules are met. */
export const ruleScores = (questions: readonly Question[], answers: readonly Answer[]): RuleScore[] => {
  const scores = new Map<string, { pairs: number; found: number }>();
  for (const [place, { breaking, rules, kind }] of questions.entries()) {
    const answer = answers[place];
    if (!breaking || answer === undefined || answer.kind === "not asked") continue;
    for (const rule of kind === undefined ? rules : [...rules, `kind: ${kind}`]) {
      const score = scores.get(rule) ?? { pairs: 0, found: 0 };
      scores.set(rule, score);
      score.pairs += 1;
      if (saysBreaking(answer)) score.found += 1;
    }
  }
  return [...scores].map(([rule, score]) => ({ rule, ...score }));
};

export const saysBreaking = (answer: Answer): boolean => answer.kind === "answered" && answer.breaking;

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
