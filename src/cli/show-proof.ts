import type { ProofReport, ProvenLanding, ProvenWarning, Scope } from "../app/prove/report.ts";
import { type Output, paint } from "./output.ts";
import { clipped, plural, table } from "./show.ts";

/** The report as a page: what was looked at, what happened, what would have been said, what was missed. */
export const showProof = (out: Output, report: ProofReport): void => {
  const { scope, kinds, landings, losses, lead } = report;
  for (const line of scopeLines(scope, report.since)) out.line(line);
  if (scope.compared === 0) return;
  out.line();
  for (const line of outcomeLines(landings)) out.line(line);
  out.line();
  if (kinds.length === 0) out.line("Nothing would have been said.");
  else {
    const rows = kinds.map((one) => [one.kind, one.severity, ...[one.warned, one.confirmed, one.noise, one.notAssessed].map(String)]);
    for (const line of table([["would have been said", "", "times", "confirmed", "noise", "not assessed"], ...rows])) out.line(line);
  }
  out.line(noiseLine(landings));
  if (lead.medianSeconds !== null) {
    const which = lead.warnings === 1 ? "the high warning that came true" : `half of the ${lead.warnings} high warnings that came true`;
    out.line(`How early: ${which}, ${earlyOf(lead.medianSeconds)}${lead.warnings === 1 ? "" : ", or earlier"}.`);
  }
  showExamples(out, landings);
  if (losses.length > 0) out.line();
  if (losses.length > 0) out.line(paint("bold", "Missed"));
  for (const loss of losses.slice(0, mostLosses)) {
    out.line(`${short(loss.commit)}  ${loss.at.slice(0, 10)}  ${clipped(loss.title)}`);
    const quietly =
      loss.quietly.length > 0 ? `; all that was said: ${loss.quietly.map(({ kind, severity }) => `${kind} (${severity})`).join(", ")}` : "";
    const by = loss.by ? ` in ${short(loss.by.commit)}, ${clipped(loss.by.title)}` : "";
    out.line(`            ${missed[loss.kind]}${by}: ${filesOf(loss.files)}${quietly}`);
  }
  if (losses.length > mostLosses) out.line(`            and ${losses.length - mostLosses} more: --json`);
};

const mostLosses = 10;

const missed = {
  conflicted: "git could not merge it",
  repaired: "git merges it, and it was changed in the merge all the same",
  mended: "mended right after",
} as const;

function* scopeLines(scope: Scope, since: string | null): Generator<string> {
  const { merges, squashed, compared, upToDate, unlikeBranch, unrelated, unreadable, octopus, branchUnknown, from, older, shallow } = scope;
  const looked = [plural(merges, "merge"), ...(squashed > 0 ? [plural(squashed, "squashed pull request")] : [])].join(" and ");
  if (from === null) yield `No merges ${since === null ? "in this history" : `since ${since}`}.`;
  else yield `${paint("bold", looked)} since ${from.slice(0, 10)}: ${compared} compared${older ? " (there are older ones: --max)" : ""}.`;
  const left = [
    upToDate > 0 && `${upToDate} where nothing else had landed meanwhile`,
    octopus > 0 && `${octopus} of more than two branches`,
    unrelated > 0 && `${unrelated} of unrelated histories`,
    unreadable > 0 && `${unreadable} that cannot be read in this clone`,
    unlikeBranch > 0 && `${unlikeBranch} squashed unlike the branch that is here`,
    branchUnknown > 0 && `${branchUnknown} squashed whose branch is not here`,
  ].filter((reason) => typeof reason === "string");
  if (left.length > 0) yield `Not compared: ${left.join(", ")}.`;
  if (shallow) yield "  This clone is shallow, so git cannot always know where branches began. First: git fetch --unshallow";
  if (branchUnknown > 0) yield "  To bring the branches of pull requests: git fetch origin '+refs/pull/*/head:refs/remotes/origin/pr/*'";
  else if (from === null)
    yield "  Work that landed by rebase, or squashed without a number such as (#7), leaves no branch to compare. Try an older --since, or git nerve demo.";
}

function* outcomeLines(landings: readonly ProvenLanding[]): Generator<string> {
  const conflicted = landings.filter(({ outcome }) => outcome.conflicted);
  const byHand = conflicted.filter(({ outcome }) => outcome.resolved.some(({ took }) => took === "neither"));
  const repaired = landings.filter(({ outcome }) => outcome.repaired.length > 0);
  const reverted = landings.filter((one) => one.reverted !== null);
  yield `What happened: git could not merge ${conflicted.length} (${byHand.length} resolved by hand); ${repaired.length} changed in the merge beyond that; ${reverted.length} reverted later.`;
}

/** What it would have cost those who had nothing to fear. */
const noiseLine = (landings: readonly ProvenLanding[]): string => {
  const smooth = landings.filter(({ outcome, reverted }) => !outcome.conflicted && outcome.repaired.length === 0 && reverted === null);
  const noise = smooth.map(({ warnings }) => warnings.filter(({ severity, verdict }) => severity === "high" && verdict === "noise").length);
  const total = noise.reduce((sum, each) => sum + each, 0);
  return `Noise: ${plural(total, "high warning")} on ${noise.filter((each) => each > 0).length} of ${plural(smooth.length, "merge")} that went well.`;
};

const showExamples = (out: Output, landings: readonly ProvenLanding[]): void => {
  const examples = landings
    .flatMap((landing) => landing.warnings.filter(isTelling).map((warning) => ({ landing, warning })))
    .sort((a, b) => weightOf(b.warning) - weightOf(a.warning));
  const isFirst = ({ landing, warning }: Example, place: number) =>
    examples.findIndex((other) => other.landing === landing || pairOf(other) === pairOf({ landing, warning })) === place;
  const shown = examples.filter(isFirst).slice(0, mostExamples);
  if (shown.length > 0) out.line();
  if (shown.length > 0) out.line(paint("bold", "Came true"));
  for (const { landing, warning } of shown) {
    const { earliest } = warning;
    out.line(`${short(landing.commit)}  ${landing.at.slice(0, 10)}  ${clipped(landing.title)}`);
    out.line(`            ${warning.kind}  ${clipped(warning.summary)}`);
    const pair = earliest ?? landing;
    out.line(`            ${earlyOf(earliest?.secondsBefore ?? 0)}: git nerve detect ${short(pair.ours)} ${short(pair.theirs)}`);
    out.line(`            ${clipped(warning.because)}${warning.by ? `  ${short(warning.by)}` : ""}`);
  }
};

interface Example {
  readonly landing: ProvenLanding;
  readonly warning: ProvenWarning;
}

/** The two commits that show it: one conflict may have been settled on several branches. */
const pairOf = ({ landing, warning: { earliest } }: Example): string => `${(earliest ?? landing).ours} ${(earliest ?? landing).theirs}`;

const mostExamples = 5;

const isTelling = ({ severity, verdict }: ProvenWarning): boolean => verdict === "confirmed" && severity === "high";

/** What git itself does not say comes first, then what was known longest. */
const weightOf = ({ kind, earliest }: ProvenWarning): number => (kind === "merge_conflict" ? 0 : 1e10) + (earliest?.secondsBefore ?? 0);

const filesOf = (files: readonly string[]): string =>
  `${files.slice(0, 3).join(", ")}${files.length > 3 ? ` and ${files.length - 3} more` : ""}`;

const short = (oid: string): string => oid.slice(0, 10);

const earlyOf = (seconds: number): string => (seconds < 60 ? "at the merge" : `${spanOf(seconds)} before the merge`);

/** `3 days`, in the largest unit that is not zero. */
const spanOf = (seconds: number): string => {
  if (seconds < 3600) return plural(Math.floor(seconds / 60), "minute");
  if (seconds < 86_400) return plural(Math.floor(seconds / 3600), "hour");
  return plural(Math.floor(seconds / 86_400), "day");
};
