import { dismissConflict, resolveConflict } from "../../app/conflicts.ts";
import { requireConflict } from "../../app/find.ts";
import { conflictsIn } from "../../app/list-conflicts.ts";
import { enter, enterAsSelf } from "../../app/self.ts";
import { type Command, defineCommand } from "../command.ts";
import { flag, text } from "../options.ts";
import { paint } from "../output.ts";
import { listConflicts, showConflict } from "../show-conflict.ts";

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
    if (options.json) out.json({ conflicts: found });
    else if (found.length === 0) out.note("No open conflicts.");
    else listConflicts(out, found);
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
    if (options.json) return void out.json(conflict);
    out.line(paint("bold", conflict.summary));
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
