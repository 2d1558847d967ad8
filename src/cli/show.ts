import type { LogEvent } from "../model/event.ts";
import { shortId } from "../model/ids.ts";
import type { Severity } from "../model/severity.ts";
import { paint, unpainted } from "./output.ts";

/** How lists look everywhere: one line a thing, the same columns in the same order. */

const severityStyles = { info: "dim", low: "cyan", medium: "yellow", high: "red", blocking: "red" } as const;

/** The severity, padded and coloured. */
export const severityColumn = (severity: Severity): string => paint(severityStyles[severity], severity.padEnd(8));

/** One labelled fact of a thing that is shown in full. */
export const field = (label: string, text: string): string => `  ${paint("dim", label.padEnd(fieldWidth))} ${text}`;

const fieldWidth = 10;

/** `3 agents`, `1 agent`. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** How long ago, in the largest unit that is not zero. `now` and `then` in milliseconds. */
export const ago = (then: number, now: number): string => {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 60) return `${seconds}s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h ago`;
  return `${Math.floor(seconds / 86_400)}d ago`;
};

/** One event on one line. */
export const eventLine = (event: LogEvent, producer: string): string =>
  `${paint("dim", event.at.slice(0, 19).replace("T", " "))}  ${severityColumn(event.severity)} ${event.type.padEnd(20)} ${producer.padEnd(12)} ${clipped(event.summary)}  ${paint("dim", shortId(event.id))}`;

/** What others said in one line: cut where a line ends being one. */
export const clipped = (text: string): string => {
  const characters = [...text];
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join("")}…` : text;
};

const mostCharacters = 300;

/** A table with columns as wide as their widest cell. Cells may be painted. */
export const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
};

/** Columns a text takes on a screen, as far as one character is one column. */
const widthOf = (text: string): number => [...unpainted(text)].length;
