import { readStatus } from "../../app/status.ts";
import { defineCommand } from "../command.ts";
import { paint } from "../output.ts";
import { ago, plural } from "../show.ts";

export default defineCommand({
  about: "What is going on here: who works, what clashes, what waits for you, and whether teammates are up to date.",
  examples: [
    ["git nerve status", "at a glance"],
    ["git nerve status --json", "for scripts and prompts"],
  ],

  async run({ nerve, out, options }) {
    const { listings, ...status } = await readStatus(await nerve());
    if (options.json) return void out.json(status);
    const { watcher, agent, agents, live, conflicts, inbox, sync, faults } = status;
    out.line(`you        ${agent ? agent.name : "no worktree, so no agent"}`);
    out.line(`agents     ${agents}, ${live} at work`);
    out.line(
      `conflicts  ${conflicts.open === 0 ? paint("green", "none") : paint(conflicts.high > 0 ? "red" : "yellow", `${conflicts.open} open, ${conflicts.high} high`)}`,
    );
    out.line(`inbox      ${inbox === 0 ? "empty" : paint("bold", plural(inbox, "item"))}`);
    out.line(
      `watcher    ${watcher.running ? `process ${watcher.pid}${watcher.mode === "polling" ? ", polling" : ""}` : paint("dim", "not running (git nerve watch); this command looked for itself")}`,
    );
    const when = sync.at ? `, ${ago(Date.parse(sync.at), Date.now())}` : "";
    out.line(
      `sync       ${sync.state === "none" ? "never" : `${sync.state} with ${sync.remote}${when}`}${sync.reason ? `: ${sync.reason}` : ""}`,
    );
    if (faults > 0) out.line(paint("red", `${plural(faults, "log")} did not verify: git nerve audit`));
    for (const { name, note } of listings) if (note) out.line(`not assessed: ${name}, ${note}`);
    return;
  },
});
