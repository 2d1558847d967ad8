import type { Summary } from "./summary.ts";
import { aligned, heading, rowsOf } from "./table.ts";

/** What a run showed, for a person. With `wrong` also each pair on which we and the label differ. */
export const reportLines = (summaries: readonly Summary[], unknown: readonly string[], wrong: boolean): string[] => [
  ...summaries.flatMap((summary) => [
    `${summary.title}: ${summary.pairs} pairs, ${summary.breaking} of them breaking`,
    ...aligned([heading, ...rowsOf(summary)]).map((row) => `  ${row.join("  ").trimEnd()}`),
    ...reasonLines(summary),
    ...ruleLines(summary),
    ...namingLines(summary, wrong),
    ...disputedLines(summary),
    ...(wrong ? wrongLines(summary) : []),
    "",
  ]),
  ...(unknown.length > 0 ? [`Not scored, without a label or in a format that nobody knows: ${unknown.join(", ")}`] : []),
];

/** The table and the disputed labels as they stand in a document. */
export const reportMarkdown = (summaries: readonly Summary[]): string[] => {
  const rows = summaries.flatMap((summary) =>
    rowsOf(summary).map((row, place) =>
      place === 0 ? [summary.title, `${summary.pairs} (${summary.breaking})`, ...row] : ["", "", ...row],
    ),
  );
  const [head = [], ...body] = aligned([["corpus", "pairs (breaking)", ...heading], ...rows]);
  const disputed = new Map(summaries.flatMap((summary) => summary.disputed.map(({ id, why }) => [id, why])));
  return [
    ...[head, head.map((cell) => "-".repeat(cell.length)), ...body].map((row) => `| ${row.join(" | ")} |`),
    ...(disputed.size > 0 ? ["", "Labels that we think are wrong; they are counted as they stand:", ""] : []),
    ...[...disputed].map(([id, why]) => `- \`${id}\`: ${why}`),
  ];
};

/** The same for a program. */
export const reportJson = (summaries: readonly Summary[], unknown: readonly string[]): object => ({
  sections: summaries.map(({ tools, wrong, ...summary }) => ({
    ...summary,
    tools: tools.map(({ score, ...tool }) => ({
      ...tool,
      score: score ? { ...score, silences: Object.fromEntries(score.silences) } : null,
    })),
    wrong: wrong.map(({ question: { id, breaking, theirs }, answer }) => ({ id, breaking, theirs, answer })),
  })),
  unknown,
});

const reasonLines = ({ tools }: Summary): string[] =>
  tools.flatMap(({ name, reasons }) => reasons.slice(0, 3).map(({ reason, pairs }) => `  ${name}, ${pairs} of the pairs ${reason}`));

const ruleLines = ({ rules }: Summary): string[] => {
  const missed = rules.filter(({ pairs, found }) => found < pairs);
  if (rules.length === 0) return [];
  return [
    `  rules of the labels: ${rules.length}, of which ${rules.length - missed.length} are found in each of their pairs`,
    ...missed.map(({ rule, pairs, found }) => `    ${`${found}/${pairs}`.padStart(7)}  ${rule}`),
  ];
};

const namingLines = ({ naming }: Summary, wrong: boolean): string[] => {
  if (naming === undefined) return [];
  const { both, onlyTheirs, onlyOurs } = naming;
  return [
    `  rules by name, once per pair: ${both} by both, ${onlyTheirs.length} by the labels only, ${onlyOurs.length} by us only`,
    ...(wrong ? [...onlyTheirs.map((rule) => `    labels only  ${rule}`), ...onlyOurs.map((rule) => `    ours only    ${rule}`)] : []),
  ];
};

const disputedLines = ({ disputed, pairs, tooManyDisputed }: Summary): string[] => {
  if (disputed.length === 0) return [];
  const share = `${disputed.length} of ${pairs} labels (${((100 * disputed.length) / pairs).toFixed(1)} %)`;
  return [
    `  disputed, but counted as they stand: ${share}${tooManyDisputed ? ", which is too many" : ""}`,
    ...disputed.map(({ id, why, agrees }) => `    ${id}${agrees ? " (we say the same)" : ""}: ${why}`),
  ];
};

const wrongLines = ({ wrong, disputed }: Summary): string[] =>
  wrong.flatMap(({ question: { id, breaking, theirs, before, after }, answer }) => [
    `  ${breaking ? "MISSED" : "FALSE ALARM"} ${id}${disputed.some((other) => other.id === id) ? " (disputed)" : ""}`,
    ...[before, after].map((files) => `      ${Object.values(files).join(" ")}`),
    ...theirs.map((finding) => `      theirs  ${finding}`),
    ...(answer.kind === "answered" ? answer.said : [answerWords(answer)]).map((finding) => `      ours    ${finding}`),
  ]);

const answerWords = (answer: { readonly kind: string; readonly reason?: string }): string =>
  [answer.kind, answer.reason].filter(Boolean).join(": ");
