import type { Score } from "./score.ts";
import type { Summary } from "./summary.ts";

/** What is told of a tool, in the order of the columns. */
export const heading = ["tool", "answered", "without an answer", "precision", "recall", "F1", "median", "slowest"];

export const rowsOf = ({ tools }: Summary): string[][] =>
  tools.map(({ name, score }) => (score === undefined ? [name, "not here", "", "", "", "", "", ""] : [name, ...cellsOf(score)]));

const cellsOf = ({ answered, silences, precision, recall, f1, median, slowest }: Score): string[] => [
  String(answered),
  [...silences].map(([kind, count]) => `${count} ${kind}`).join(", "),
  ...[precision, recall, f1].map((share) => share?.toFixed(3) ?? "unknown"),
  ...[median, slowest].map((milliseconds) => (milliseconds === undefined ? "" : `${rounded(milliseconds)} ms`)),
];

/** Two digits tell enough of a time. */
const rounded = (milliseconds: number): string => (milliseconds >= 10 ? milliseconds.toFixed(0) : milliseconds.toPrecision(2));

/** Cells padded to the width of their column. */
export const aligned = (rows: readonly (readonly string[])[]): string[][] => {
  const widths = rows[0]?.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
};
