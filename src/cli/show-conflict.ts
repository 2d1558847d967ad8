import type { ConflictRecord } from "../model/conflict.ts";
import type { Severity } from "../model/severity.ts";
import { evidenceRows } from "./evidence-rows.ts";
import { type Output, paint } from "./output.ts";
import { clipped, field, severityColumn } from "./show.ts";

/** What lists show of a conflict; those that `detect` finds have neither an id nor a status worth showing. */
export interface ListedConflict {
  readonly id?: string;
  readonly severity: Severity;
  readonly kind: string;
  readonly status: string;
  readonly agents: readonly { readonly name: string }[];
  readonly summary: string;
}

/** Two lines a conflict: what it is called and between whom, then what it is. */
export const listConflicts = (out: Output, conflicts: readonly ListedConflict[]): void => {
  const widest = Math.max(0, ...conflicts.map((conflict) => between(conflict).length));
  for (const conflict of conflicts) {
    const { id, severity, kind, status, summary } = conflict;
    const closed = status === "open" ? "" : `  ${status}`;
    out.line(`${severityColumn(severity)}  ${id ? `${paint("bold", id)}  ` : ""}${between(conflict).padEnd(widest)}  ${kind}${closed}`);
    out.line(`          ${clipped(summary)}`);
  }
};

/** Everything that is known of one conflict, as label and text. */
export const showConflict = (out: Output, conflict: ConflictRecord): void => {
  const { id, status, severity, kind, agents, files, symbols, openedAt, openedBy, closedReason, suggestedAction } = conflict;
  out.line(field("conflict", `${paint("bold", id)}, ${status}, ${severity}, ${kind}`));
  for (const { name, branch, id: agent } of agents)
    out.line(field("between", `${name} on ${branch ?? "a detached HEAD"}, digest ${conflict.counters[agent] ?? "?"}`));
  for (const file of files.slice(0, mostListed)) out.line(field("file", file));
  if (files.length > mostListed) out.line(field("", `and ${files.length - mostListed} more`));
  for (const symbol of symbols.slice(0, mostListed)) out.line(field("symbol", symbol));
  for (const [label, text] of evidenceRows(conflict)) out.line(field(label, text));
  out.line(field("to do", suggestedAction));
  out.line(field("opened", `${openedAt}, event ${openedBy}`));
  if (closedReason) out.line(field("closed", closedReason));
};

/** More lines than this nobody reads; `--json` has them all. */
const mostListed = 20;

const between = ({ agents }: ListedConflict): string => agents.map(({ name }) => name).join(" × ");
