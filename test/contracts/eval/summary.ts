import { mostDisputed } from "./disputed.ts";
import { type Naming, namingOf } from "./naming.ts";
import type { Question } from "./question.ts";
import type { SectionResult } from "./run.ts";
import { type RuleScore, ruleScores, saysBreaking, type Score, scoreOf } from "./score.ts";
import type { Answer } from "./tool.ts";
import { ours } from "./tools.ts";

export interface ToolSummary {
  /** With its version. */
  readonly name: string;
  /** Undefined: it is not on this machine. */
  readonly score: Score | undefined;
  /** Why there was no answer, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly pairs: number }[];
}

/** What a run showed of one section, computed once for whoever prints it. */
export interface Summary {
  /** "openapi-oasdiff", "protobuf at WIRE". */
  readonly title: string;
  readonly pairs: number;
  readonly breaking: number;
  readonly tools: readonly ToolSummary[];
  /** Of ours, like all that follows. */
  readonly rules: readonly RuleScore[];
  readonly naming: Naming | undefined;
  /** Pairs of which we say something else than the label. */
  readonly wrong: readonly { readonly question: Question; readonly answer: Answer }[];
  readonly disputed: readonly { readonly id: string; readonly why: string; readonly agrees: boolean }[];
  readonly tooManyDisputed: boolean;
}

export const summaryOf = ({ section, rows }: SectionResult, disputed: ReadonlyMap<string, string>, severalFormats: boolean): Summary => {
  const { corpus, format, level, questions } = section;
  const own = rows.find(({ tool }) => tool === ours)?.answers ?? [];
  const wrong = questions.flatMap((question, place) => {
    const answer = own[place];
    return answer === undefined || saysBreaking(answer) === question.breaking ? [] : [{ question, answer }];
  });
  const ids = new Set(wrong.map(({ question }) => question.id));
  const contested = questions.flatMap(({ id }) => {
    const why = disputed.get(id);
    return why === undefined ? [] : [{ id, why, agrees: !ids.has(id) }];
  });
  return {
    title: [corpus, severalFormats ? ` (${format})` : "", level === undefined ? "" : ` at ${level.toUpperCase()}`].join(""),
    pairs: questions.length,
    breaking: questions.filter(({ breaking }) => breaking).length,
    tools: rows.map(({ tool, version, answers }) => ({
      name: [tool.name, version].filter(Boolean).join(" "),
      score: version === undefined ? undefined : scoreOf(questions, answers),
      reasons: reasonsIn(answers),
    })),
    rules: ruleScores(questions, own).toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
    naming: namingOf(section, own),
    wrong,
    disputed: contested,
    tooManyDisputed: contested.length > mostDisputed * questions.length,
  };
};

const reasonsIn = (answers: readonly Answer[]): { reason: string; pairs: number }[] => {
  const counts = new Map<string, number>();
  for (const answer of answers) {
    if (answer.kind === "answered") continue;
    // The first line tells what kind of trouble it was, the rest and what is quoted where.
    const [first = ""] = "reason" in answer ? answer.reason.replaceAll(/"[^"\n]*"/g, '"…"').split("\n") : [];
    const why = first === "" ? "" : `: ${first.trim().slice(0, 150)}`;
    counts.set(answer.kind + why, (counts.get(answer.kind + why) ?? 0) + 1);
  }
  return [...counts].map(([reason, pairs]) => ({ reason, pairs })).toSorted((a, b) => b.pairs - a.pairs);
};
