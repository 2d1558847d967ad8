import { conflictJson, conflictsIn, dismissConflict, resolveConflict } from "../../app/conflicts.ts";
import { requireConflict } from "../../app/find.ts";
import { enter, enterAsSelf } from "../../app/self.ts";
import type { ConflictRecord } from "../../model/conflict.ts";
import { type Command, defineCommand } from "../command.ts";
import { flag, text } from "../options.ts";
import { type Output, paint } from "../output.ts";
import { severityColumn } from "../show.ts";

const list = defineCommand({
  about: "Lists open conflicts, the worst first. Exits 1 when there are any.",
  options: { all: flag("resolved and dismissed ones too") },
  examples: [
    ["git nerve conflicts", "what clashes now"],
    ["git nerve conflicts list --all --json", "everything the plane remembers, as JSON"],
  ],

  async run({ nerve, out, options }) {
    const { view } = await enter(await nerve());
    const found = conflictsIn(view.state, options.all ? ["open", "resolved", "dismissed"] : ["open"]);
    if (options.json) out.json({ conflicts: found.map(conflictJson) });
    else if (found.length === 0) out.note("No open conflicts.");
    else for (const conflict of found) out.line(conflictLine(conflict));
    return found.some(({ status }) => status === "open") ? 1 : 0;
  },
});

const show = defineCommand({
  about: "Shows one conflict with its evidence.",
  args: "<id>",
  examples: [["git nerve conflicts show k3jq7mzaq2", "all that is known of it"]],

  async run({ nerve, out, args, options }) {
    const { view } = await enter(await nerve());
    const conflict = requireConflict(view.state, args[0] ?? "");
    if (options.json) return void out.json(conflictJson(conflict));
    showConflict(out, conflict);
    return;
  },
});

const closing = (verb: "resolve" | "dismiss"): Command =>
  defineCommand({
    about:
      verb === "resolve"
        ? "Says that a conflict is settled. It opens again only if it comes back after it was gone."
        : "Says that a conflict is none, for ever and on every clone.",
    args: "<id>",
    options: { reason: text("text", "why, for the others") },
    examples: [
      [`git nerve conflicts ${verb} k3jq7mzaq2 --reason "we agreed on it"`, verb === "resolve" ? "close it" : "never raise it again"],
    ],

    async run({ nerve, out, args, options }) {
      const plane = await nerve();
      const { view, self } = await enterAsSelf(plane);
      const close = verb === "resolve" ? resolveConflict : dismissConflict;
      const conflict = await close(plane, view, self, args[0] ?? "", options.reason);
      const status = verb === "resolve" ? "resolved" : "dismissed";
      if (options.json) return void out.json({ id: conflict.id, status });
      out.line(`${status}: ${conflict.summary}`);
      return;
    },
  });

export default defineCommand({
  about: "What clashes between worktrees, here and on teammates' machines. Exits 1 when the list has open ones.",
  options: { all: flag("resolved and dismissed ones too") },
  examples: list.examples,
  ...(list.run && { run: list.run }),
  subcommands: { list, show, resolve: closing("resolve"), dismiss: closing("dismiss") },
});

const conflictLine = (conflict: ConflictRecord): string => {
  const who = conflict.agents.map(({ name }) => name).join(" × ");
  const status = conflict.status === "open" ? "" : ` (${conflict.status})`;
  return `${paint("bold", conflict.id)}  ${severityColumn(conflict.severity)} ${conflict.kind.padEnd(14)} ${who.padEnd(20)} ${conflict.summary}${status}`;
};

const showConflict = (out: Output, conflict: ConflictRecord): void => {
  out.line(conflictLine(conflict));
  for (const { name, branch, id } of conflict.agents) out.line(`  agent     ${name} on ${branch ?? "a detached HEAD"} ${paint("dim", id)}`);
  for (const file of conflict.files) out.line(`  file      ${file}`);
  for (const symbol of conflict.symbols) out.line(`  symbol    ${symbol}`);
  for (const [name, value] of Object.entries(conflict.evidence))
    out.line(`  evidence  ${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
  out.line(`  suggested ${conflict.suggestedAction}`);
  out.line(`  opened    ${conflict.openedAt}, event ${conflict.openedBy}`);
  if (conflict.closedReason) out.line(`  closed    ${conflict.closedReason}`);
};
