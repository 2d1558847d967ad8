import { type Result, ratioOf, verdictOf } from "./result.ts";

/** The report as JSON says it: what was computed beside what was measured. */
export const reportJson = (results: readonly Result[], notYet: readonly string[]): unknown => ({
  results: results.map((result) => ({ ...result, ratio: ratioOf(result) ?? null, verdict: verdictOf(result) ?? null })),
  notYet,
});

/** The report as lines of text. */
export const reportLines = (results: readonly Result[], notYet: readonly string[]): string[] => {
  const heading = ["what", "measured", "against", "ratio", "budget", "verdict"];
  const rows = [heading, ...results.map(rowOf), ...notYet.map((what) => [what, "", "", "", "", "not yet"])];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const notes = results.flatMap(({ what, note }) => (note ? [`${what}: ${note}.`] : []));
  return [...lines, "", ...notes];
};

const rowOf = (result: Result): string[] => {
  const { what, measured, unit, baseline, budget } = result;
  const ratio = ratioOf(result);
  return [
    what,
    `${rounded(measured)} ${unit}`,
    baseline ? `${rounded(baseline.measured)} ${unit}, ${baseline.what}` : "",
    ratio === undefined ? "" : `${rounded(ratio)}x`,
    budget === undefined ? "" : `<= ${budget}${baseline ? "x" : ` ${unit}`}`,
    verdictOf(result) ?? "",
  ];
};

/** Three digits tell enough. */
const rounded = (value: number): string =>
  Number.isInteger(value) ? String(value) : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
