import { readStatus, type WholeStatus } from "../../app/status.ts";
import type { ConflictRecord } from "../../model/conflict.ts";
import { defineCommand } from "../command.ts";
import { paint } from "../output.ts";
import { scoreText } from "../score-text.ts";
import { ago, plural, severityColumn } from "../show.ts";

export default defineCommand({
  about: "What is going on here: who works, what clashes, what waits for you, and whether teammates are up to date.",
  examples: [
    ["git nerve status", "at a glance"],
    ["git nerve status --json", "for scripts and prompts"],
  ],

  async run({ nerve, out, options }) {
    const whole = await readStatus(await nerve());
    const { listings, openConflicts, ...status } = whole;
    if (options.json) return void out.json(status);
    for (const [label, text] of rows(whole)) out.line(`${label.padEnd(11)}${text}`);
    const { faults } = status;
    if (faults > 0) out.line(paint("red", `${plural(faults, "log")} did not verify: git nerve audit`));
    for (const { name, note } of listings) if (note) out.line(paint("yellow", `not assessed: ${name}, ${note}`));
    return;
  },
});

const rows = (status: WholeStatus): (readonly [label: string, text: string])[] => {
  const { agent, agents, live, inbox, watcher } = status;
  return [
    ["you", agent ? youText(status) : "no worktree, so no agent"],
    ["agents", `${agents}, ${live} at work`],
    ...conflictRows(status),
    ...readinessRows(status),
    ["inbox", inbox === 0 ? "empty" : paint("bold", `${plural(inbox, "item")}: git nerve inbox`)],
    [
      "watcher",
      watcher.running
        ? `process ${watcher.pid}${watcher.mode === "polling" ? ", polling" : ""}`
        : paint("dim", "not running (git nerve watch); this command looked for itself"),
    ],
    ["sync", syncText(status)],
  ];
};

const youText = ({ agent, listings }: WholeStatus): string => {
  const self = listings.find(({ id }) => id === agent?.id);
  if (!self) return agent?.name ?? "";
  const changed = self.changedFiles === null ? "" : `, ${plural(self.changedFiles, "file")} changed`;
  return `${self.name} on ${self.branch ?? "a detached HEAD"}${changed}${self.task ? `, task ${self.task}` : ""}`;
};

/** More than these make no glance. */
const mostShown = 5;

const conflictRows = ({ conflicts, openConflicts, agent }: WholeStatus): [label: string, text: string][] => {
  if (conflicts.open === 0) return [["conflicts", paint("green", "none")]];
  const isMine = ({ agents }: ConflictRecord) => agents.some(({ id }) => id === agent?.id);
  const mine = openConflicts.filter(isMine);
  const count = `${conflicts.open} open, ${conflicts.high} high`;
  const shown = mine.length > 0 ? mine : openConflicts;
  const rest = shown.length - mostShown;
  return [
    ["conflicts", `${paint(conflicts.high > 0 ? "red" : "yellow", count)}${agent ? `, ${mine.length} with you` : ""}`],
    ...shown
      .slice(0, mostShown)
      .map((conflict): [string, string] => [
        "",
        `${severityColumn(conflict.severity)} ${others(conflict, agent?.id)}: ${conflict.summary}`,
      ]),
    ...(rest > 0 ? [["", `and ${rest} more: git nerve conflicts`] as [string, string]] : []),
  ];
};

const others = ({ agents }: ConflictRecord, self: string | undefined): string =>
  agents
    .flatMap(({ id, name }) => (id === self ? [] : [name]))
    .sort()
    .join(" × ");

/** The least ready first: that is where something is to be done. */
const readinessRows = ({ readiness }: WholeStatus): [label: string, text: string][] => {
  if (readiness.length === 0) return [];
  const shown = readiness.toSorted((a, b) => a.score - b.score).map(({ branch, score }) => `${branch} ${scoreText(score)}`);
  const rest = shown.length - mostShown;
  return [["readiness", `${shown.slice(0, mostShown).join(", ")}${rest > 0 ? `, and ${rest} more: git nerve readiness` : ""}`]];
};

const syncText = ({ sync: { state, remote, at, reason } }: WholeStatus): string => {
  if (state === "none") return paint("dim", "never");
  const text = `${state} with ${remote}${at ? `, ${ago(Date.parse(at), Date.now())}` : ""}${reason ? `: ${reason}` : ""}`;
  return state === "synced" ? text : paint("yellow", text);
};
