import { readAgents } from "../../app/list-agents.ts";
import { enter } from "../../app/self.ts";
import { defineCommand } from "../command.ts";
import { flag } from "../options.ts";
import { paint } from "../output.ts";
import { ago, plural, table } from "../show.ts";

export default defineCommand({
  about: "Lists who works here: the agent of every worktree of this clone, and those of teammates' clones by their machine's last word.",
  options: { all: flag("those that left, too") },
  examples: [
    ["git nerve agents", "who is here"],
    ["git nerve agents --json", "with ids, capabilities and tasks, as JSON"],
  ],

  async run({ nerve, out, options }) {
    const plane = await nerve();
    const { view, self } = await enter(plane);
    const agents = (await readAgents(plane, view)).filter(({ status }) => options.all || status !== "left");
    if (options.json) return void out.json({ agents });
    if (agents.length === 0) return void out.note("Nobody yet: agents appear with the first worktree that is sensed.");
    const now = Date.now();
    const rows = agents.map(({ id, name, writer, branch, status, task, live, lastSeen, changedFiles, local, worktree, note }) => [
      live ? paint("green", "●") : paint("dim", "○"),
      id === self?.agent ? `${paint("bold", name)} (you)` : name,
      branch ?? "(detached)",
      status,
      changedFiles === null ? "not assessed" : plural(changedFiles, "file"),
      lastSeen ? ago(Date.parse(lastSeen), now) : "",
      local ? worktree : writer === plane.writer().key.id ? "(gone)" : "another clone",
      [task, note].filter(Boolean).join("; "),
    ]);
    for (const row of table(rows)) out.line(row);
    return;
  },
});
