import type { Outcome } from "./question.ts";
import type { Made, Revision } from "./revise.ts";

/** What the tools said of one revision. */
export interface Measured {
  readonly specification: string;
  readonly bytes: number;
  readonly revision: Revision;
  /** By the name of the tool. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export interface Judged {
  /** Whether it says rightly if anybody breaks. */
  readonly right: boolean;
  /** Of tools that say where: edits that break and were found there; what they call breaking where nothing breaks. */
  readonly found: readonly Made[];
  readonly missed: readonly Made[];
  readonly wrong: readonly string[];
  /** Whatever they say at all. */
  readonly said: number;
}

/** Findings of ours begin with their level, rule and place. */
export const judged = ({ made }: Revision, outcome: Outcome): Judged | undefined => {
  if (outcome.kind !== "answered") return undefined;
  const breaking = made.filter(({ edit }) => edit.breaks);
  const right = outcome.breaking === breaking.length > 0;
  const told = outcome.said.flatMap((sentence) => {
    const at = /^breaking \S+ (\S+)/.exec(sentence)?.[1];
    return at === undefined ? [] : [{ at, sentence }];
  });
  const isAbout = (at: string, place: string) => at === place || at.startsWith(`${place}/`);
  const found = breaking.filter(({ at }) => told.some((one) => isAbout(one.at, at)));
  return {
    right,
    found,
    missed: breaking.filter((edit) => !found.includes(edit)),
    wrong: told.filter(({ at }) => !breaking.some((edit) => isAbout(at, edit.at))).map(({ sentence }) => sentence),
    said: outcome.said.length,
  };
};

export const reportJson = (measured: readonly Measured[]): unknown =>
  measured.map(({ specification, bytes, revision, outcomes }) => ({
    ...{
      specification,
      bytes,
      revision: revision.name,
      edits: revision.made.map(({ edit: { name, breaks }, at }) => ({ name, breaks, at })),
    },
    tools: Object.fromEntries([...outcomes].map(([name, outcome]) => [name, { ...outcome, judged: judged(revision, outcome) ?? null }])),
  }));

/** A table for each specification: a row for each revision and tool. */
export const reportLines = (measured: readonly Measured[], { verbose }: { readonly verbose: boolean }): string[] => {
  const lines: string[] = [];
  for (const [at, one] of measured.entries()) {
    if (one.specification !== measured[at - 1]?.specification) lines.push("", `${one.specification}, ${(one.bytes / 1e6).toFixed(2)} MB`);
    const breaking = one.revision.made.filter(({ edit }) => edit.breaks).length;
    lines.push(`  ${one.revision.name}: ${one.revision.made.length} edits, ${breaking} of them breaking`);
    for (const [name, outcome] of one.outcomes) {
      lines.push(`    ${name.padEnd(16)}${lineOf(one.revision, outcome, name === "git nerve")}`);
      if (verbose && name === "git nerve") lines.push(...detailsOf(judged(one.revision, outcome)));
    }
  }
  return lines;
};

const lineOf = (revision: Revision, outcome: Outcome, tellsWhere: boolean): string => {
  if (outcome.kind === "timed out") return "no answer in time";
  if (outcome.kind !== "answered") return `${outcome.kind}: ${outcome.reason.split("\n")[0]?.slice(0, 100)}`;
  const verdict = judged(revision, outcome);
  const cost = `${outcome.milliseconds.toFixed(0)} ms`.padStart(9) + `${outcome.mebibytes.toFixed(0)} MiB`.padStart(10);
  const answer = `  ${outcome.breaking ? "breaking" : "not breaking"}, ${verdict?.right ? "right" : "wrong"}`;
  const where =
    tellsWhere && verdict ? `; ${verdict.found.length} found, ${verdict.missed.length} missed, ${verdict.wrong.length} wrong` : "";
  return `${cost}${answer}${where}; ${outcome.said.length} findings`;
};

const detailsOf = (verdict: Judged | undefined): string[] => [
  ...(verdict?.missed ?? []).map(({ edit, at }) => `      missed: ${edit.name} at ${at}`),
  ...(verdict?.wrong ?? []).map((sentence) => `      wrong: ${sentence}`),
];
