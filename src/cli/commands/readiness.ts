import { type BranchReadiness, type ReadinessReport, readReadiness } from "../../app/readiness/readiness.ts";
import { enter } from "../../app/self.ts";
import { NerveError } from "../../base/errors.ts";
import { defineCommand } from "../command.ts";
import { count, flag } from "../options.ts";
import { type Output, paint } from "../output.ts";
import { scoreText } from "../score-text.ts";
import { clipped, table } from "../show.ts";

export default defineCommand({
  about:
    "How ready work in progress is to land, from 0 to 100: what lowers the score and what to do about it, which tests it may affect, and in which order the branches had best land. Exits 1 when one is below 100, or below --min.",
  args: "[branch]",
  options: { min: count("score", "what is ready enough to exit 0 (100 unless told)"), skipTests: flag("do not look for tests") },
  examples: [
    ["git nerve readiness", "all branches that have something to land, and their order"],
    ["git nerve readiness login", "one branch, or the agent of that name, explained"],
    ["git nerve readiness login --min 70 && git merge login", "as a condition"],
  ],

  async run({ nerve, out, args, options }) {
    const least = options.min ?? 100;
    if (least > 100) throw new NerveError("usage", `--min takes a score from 0 to 100, not ${least}`);
    const [of] = args;
    const plane = await nerve();
    const { view } = await enter(plane);
    out.progress("looking for tests");
    // The table has no room for them.
    const tests = !options.skipTests && (options.json || of !== undefined);
    const report = await readReadiness(plane, view, { of, tests });
    if (options.json) out.json(report);
    else if (report.branches.length === 0) out.note("Nobody has anything to land.");
    else if (of === undefined) showAll(out, report);
    else for (const branch of report.branches) explain(out, branch, report);
    return report.branches.some(({ score }) => score !== null && score < least) ? 1 : 0;
  },
});

const showAll = (out: Output, { branches, order }: ReadinessReport): void => {
  const rows = branches.map(({ branch, agent, score, reasons: [first, ...more] }) => [
    score === null ? "" : scoreText(score, 3),
    paint("bold", branch ?? "(detached)"),
    agent,
    first ? `${clipped(first.reason)}${more.length > 0 ? paint("dim", ` (and ${more.length} more)`) : ""}` : paint("dim", "ready"),
  ]);
  for (const row of table(rows)) out.line(row);
  if (order.length < 2) return;
  out.line();
  out.line("To land with the least to adapt:");
  const steps = order.map(({ branch, agent, because }, at) => [`${at + 1}.`, paint("bold", branch ?? agent), because]);
  for (const step of table(steps)) out.line(step);
};

/** More lines than this nobody reads; `--json` has them all. */
const mostListed = 20;

const explain = (
  out: Output,
  { branch, agent, score, reasons, notes, tests, notAssessed }: BranchReadiness,
  { order }: ReadinessReport,
): void => {
  out.line(`${paint("bold", branch ?? "(detached)")}, ${agent}: ${score === null ? "nothing to land" : `${scoreText(score)} of 100`}`);
  for (const { points, reason, action } of reasons) {
    out.line(`${paint("yellow", `-${points}`.padStart(5))}  ${reason}`);
    out.line(row("", `→ ${action}`));
  }
  for (const note of notes) out.line(row("note", note));
  for (const gap of notAssessed) out.line(paint("yellow", row("", `not assessed: ${gap}`)));
  const at = order.findIndex((step) => step.branch === branch && step.agent === agent);
  const because = order[at]?.because;
  if (because !== undefined && order.length > 1) out.line(row("lands", `as number ${at + 1} of ${order.length}: ${because}`));
  if (score === null || tests === null) return;
  out.line(row("tests", tests.length === 0 ? "none found that its changes can reach" : `${tests.length} that its changes can reach`));
  for (const test of tests.slice(0, mostListed)) out.line(row("", test));
  if (tests.length > mostListed) out.line(row("", `and ${tests.length - mostListed} more`));
};

const row = (label: string, text: string): string => `${paint("dim", label.padStart(5))}  ${text}`;
