import v8 from "node:v8";
import { enter } from "../../app/self.ts";
import { watch } from "../../app/watch.ts";
import { defineCommand } from "../command.ts";
import { flag } from "../options.ts";
import { paint } from "../output.ts";
import { plural } from "../show.ts";

export default defineCommand({
  about:
    "Senses every worktree of this repository until you stop it (Ctrl-C), and tells exactly the agents concerned what clashes. One watcher a repository. Syncs by itself when there is a remote (nerve.syncInterval).",
  options: { once: flag("one full pass, then exit") },
  examples: [
    ["git nerve watch", "in a terminal of its own"],
    ["git nerve watch --once --json", "one pass, from a script or a cron job"],
  ],

  async run({ nerve, out, options, untilEnded }) {
    const plane = await nerve();
    if (options.once) {
      const { view, sightings } = await enter(plane, { always: true });
      const open = [...view.state.conflicts.values()].filter(({ status }) => status === "open").length;
      const notAssessed = sightings.flatMap(({ agent, look }) => (look.reason ? [{ agent: agent.name, reason: look.reason }] : []));
      if (options.json) out.json({ worktrees: sightings.length, openConflicts: open, notAssessed });
      else {
        out.line(`Looked at ${plural(sightings.length, "worktree")}: ${plural(open, "open conflict")}.`);
        for (const { agent, reason } of notAssessed) out.line(`not assessed: ${agent}, ${reason}`);
      }
      return;
    }
    // The young generation stays as small as it starts: 16 MiB and more of it would outlast every burst of work. Costs a few short collections.
    v8.setFlagsFromString("--semi-space-growth-factor=1");
    const say = (event: string, text: string, more: object = {}) => (options.json ? out.json({ event, ...more }) : out.line(text));
    await watch(
      plane,
      {
        started: ({ pid, mode }) =>
          say("started", `Watching as process ${pid}${mode === "polling" ? " by polling: this system gives no events" : ""}.`, {
            pid,
            mode,
          }),
        passed: ({ drafts }) => {
          for (const { type, severity, summary } of drafts) {
            if (type === "conflict_opened") say(type, `${paint("red", "opened  ")} ${summary}`, { severity, summary });
            if (type === "conflict_resolved") say(type, `${paint("green", "resolved")} ${summary}`, { severity, summary });
            if (type === "agent_joined" || type === "agent_left") say(type, `${paint("dim", "agent   ")} ${summary}`, { summary });
          }
        },
        synced: ({ outcome, remote, reason, quarantined }) => {
          if (outcome !== "synced" || quarantined.length > 0)
            say("sync", `${paint("yellow", outcome)} with ${remote}${reason ? `: ${reason}` : ""}`, {
              outcome,
              remote,
              reason,
              quarantined,
            });
        },
        failed: (reason) => say("failed", paint("yellow", reason), { reason }),
      },
      untilEnded(),
    );
    return;
  },
});
