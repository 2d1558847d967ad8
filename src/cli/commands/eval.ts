import { constants } from "node:os";
import type { Evaluation } from "../../eval/evaluate.ts";
import type { Failure, Told } from "../../eval/report.ts";
import { defineCommand } from "../command.ts";
import { flag, texts } from "../options.ts";
import { type Output, paint } from "../output.ts";
import { field, plural, table } from "../show.ts";

export default defineCommand({
  about:
    "Plays scenarios whose truth is known on real repositories in a temporary folder, and says how well conflicts are told: precision, recall and noise for each kind. Exits 1 when a kind does not reach its gate.",
  options: {
    only: texts("words", "only scenarios with these words in their name, or that expect this kind"),
    list: flag("what there is, without playing it"),
  },
  examples: [
    ["git nerve eval", "all of them"],
    ["git nerve eval --only Python --only same_symbol --json", "some of them, as JSON"],
  ],

  async run({ out, options, untilEnded }) {
    const { chooseScenarios } = await import("../../eval/choose.ts");
    const chosen = chooseScenarios(options.only);
    if (options.list) {
      const listed = chosen.map(({ name, expected }) => ({ name, expected: expected.map(({ kind }) => kind) }));
      if (options.json) out.json({ scenarios: listed });
      else for (const { name, expected } of listed) out.line(`${name}  ${paint("dim", expected.join(", ") || "nothing")}`);
      return 0;
    }
    const { evaluate } = await import("../../eval/evaluate.ts");
    const { reportOf } = await import("../../eval/report.ts");
    const ended = untilEnded();
    let evaluation: Evaluation;
    try {
      evaluation = await evaluate(chosen, {
        signal: ended,
        progress: (done) => out.progress(`${done} of ${plural(chosen.length, "scenario")}`),
      });
    } catch (error) {
      if (!ended.aborted) throw error;
      return 128 + constants.signals[ended.reason as NodeJS.Signals];
    }
    const report = reportOf(evaluation);
    if (options.json) out.json(report);
    else {
      for (const failure of report.failures) showFailure(out, failure);
      for (const row of table([header, ...report.kinds.map(rowOf)])) out.line(row);
      const verdict = report.passes ? paint("green", "passed") : paint("red", "failed");
      out.line(`${verdict}: ${plural(report.scenarios, "scenario")}, ${report.failures.length} not as expected`);
    }
    return report.passes ? 0 : 1;
  },
});

const header = ["kind", "expected", "found", "noise", "precision", "recall", "noise per scenario"];

const rowOf = ({ kind, expected, found, noise, precision, recall, noisePerScenario, passes }: Score): string[] => [
  passes ? kind : paint("red", kind),
  ...[expected, found, noise].map(String),
  ...[precision, recall].map((ratio) => ratio?.toFixed(2) ?? "-"),
  noisePerScenario.toFixed(2),
];

type Score = Evaluation["scores"][number];

const showFailure = (out: Output, { name, missed, noise, seen, disagreements, failure }: Failure): void => {
  out.line(paint("bold", name));
  for (const one of missed) out.line(field("missed", toldIn(one)));
  for (const one of noise) out.line(field("noise", toldIn(one)));
  for (const one of seen) if (!noise.includes(one)) out.line(field("right", toldIn(one)));
  for (const sentence of disagreements) out.line(field("disagree", sentence));
  if (failure !== null) out.line(field("broken", failure));
  out.line();
};

const toldIn = ({ kind, severity, place, files, between, summary }: Told): string =>
  [kind, severity, place, files.join(", "), between.join(" × "), summary].filter(Boolean).join("  ");
