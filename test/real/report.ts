import type { Outcome, Run } from "./run.ts";

/** How often a semantic conflict was said and was there. */
export interface Score {
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly silent: number;
}

export const isFound = ({ pair, named }: Outcome): boolean => pair.broken && named.length > 0;

/** Any semantic conflict at all, where nothing is broken. */
export const isFalseAlarm = ({ pair, named, strays }: Outcome): boolean => !pair.broken && named.length + strays.length > 0;

export const isWrong = (outcome: Outcome): boolean => (outcome.pair.broken ? !isFound(outcome) : isFalseAlarm(outcome));

export const scoreOf = (outcomes: readonly Outcome[]): Score => {
  const broken = outcomes.filter(({ pair }) => pair.broken);
  const falseAlarms = outcomes.filter(isFalseAlarm).length;
  const found = broken.filter(isFound).length;
  return { found, missed: broken.length - found, falseAlarms, silent: outcomes.length - broken.length - falseAlarms };
};

/** All that a run showed, for a person. */
export const reportLines = (run: Run, about: string): string[] => {
  const { outcomes } = run;
  const score = scoreOf(outcomes);
  const wrong = outcomes.filter(isWrong);
  const times = outcomes.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const unseen = wrong.filter(({ pair, notAssessed }) => pair.broken && notAssessed.length > 0).length;
  const strays = outcomes.filter(({ pair, strays: others }) => pair.broken && others.length > 0);
  return [
    about,
    `${score.found + score.missed} broken pairs, ${score.falseAlarms + score.silent} that only look so`,
    `precision ${share(score.found, score.found + score.falseAlarms)}, recall ${share(score.found, score.found + score.missed)}`,
    `one pair takes ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms (median), ${Math.round(times[Math.floor(times.length * 0.95)] ?? 0)} ms (95th of 100)`,
    "",
    ...table(
      "found, by operation",
      outcomes.filter(({ pair }) => pair.broken),
      ({ pair }) => pair.operation,
    ),
    ...table(
      "found, by form of use",
      outcomes.filter(({ pair }) => pair.broken),
      ({ pair }) => pair.form,
    ),
    ...table(
      "rightly silent",
      outcomes.filter(({ pair }) => !pair.broken),
      ({ pair }) => (pair.form === pair.operation ? pair.form : `${pair.form} / ${pair.operation}`),
    ),
    "other kinds, by number of pairs",
    ...counted(outcomes.flatMap(({ otherKinds }) => otherKinds)).map(([kind, count]) => `  ${String(count).padStart(4)}  ${kind}`),
    "",
    `wrong: ${wrong.length}${unseen > 0 ? `, of which ${unseen} are broken where it said that it had not looked` : ""}`,
    ...wrong.flatMap(wrongLines),
    ...(strays.length > 0 ? ["", `also named something else: ${strays.length}`, ...strays.flatMap(wrongLines)] : []),
    "",
    "thrown away",
    ...[...run.discarded].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `  ${String(count).padStart(4)}  ${reason}`),
    ...(run.without.length > 0 ? ["no subject found for", ...run.without.map((name) => `        ${name}`)] : []),
  ];
};

/** The same for a program. */
export const reportJson = (run: Run, about: object): object => ({
  ...about,
  ...scoreOf(run.outcomes),
  pairs: run.outcomes.map((outcome) => ({
    number: outcome.number,
    broken: outcome.pair.broken,
    right: !isWrong(outcome),
    operation: outcome.pair.operation,
    form: outcome.pair.form,
    subject: `${outcome.pair.subject.path}#${outcome.pair.subject.name}`,
    proof: outcome.proof,
    said: [...outcome.named, ...outcome.strays].map(({ summary }) => summary),
    otherKinds: outcome.otherKinds,
    notAssessed: outcome.notAssessed,
    milliseconds: Math.round(outcome.milliseconds),
  })),
  discarded: Object.fromEntries(run.discarded),
  without: run.without,
});

const share = (part: number, whole: number): string => (whole === 0 ? "unknown" : `${part}/${whole} = ${(part / whole).toFixed(3)}`);

const table = (title: string, outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): string[] => [
  title,
  ...counted(outcomes.map(keyOf)).map(([key, count]) => {
    const right = outcomes.filter((outcome) => keyOf(outcome) === key && !isWrong(outcome)).length;
    return `  ${`${right}/${count}`.padStart(7)}  ${key}`;
  }),
  "",
];

const counted = (words: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

const wrongLines = ({ number, pair, proof, named, strays, notAssessed }: Outcome): string[] => [
  `  #${number} ${pair.broken ? (named.length > 0 ? "found, and more" : "missed") : "false alarm"}: ${pair.subject.path}#${pair.subject.name} (${pair.subject.kind}), ${pair.operation}, ${pair.form}`,
  `      ours ${pathsOf(pair.ours)}; theirs ${pathsOf(pair.theirs)}`,
  ...proof.slice(0, 2).map((problem) => `      checker: ${problem}`),
  ...[...(named.length > 0 && pair.broken ? [] : named), ...strays].map(({ summary }) => `      said: ${summary}`),
  ...notAssessed.map((reason) => `      not assessed: ${reason}`),
];

const pathsOf = (work: ReadonlyMap<string, unknown>): string => {
  const [first = "", ...others] = work.keys();
  return others.length > 0 ? `${first} and ${others.length} more` : first;
};
