import { sync } from "../../app/sync.ts";
import { defineCommand } from "../command.ts";
import { flag } from "../options.ts";
import { paint } from "../output.ts";

export default defineCommand({
  about:
    "Fetches the logs of other clones from a remote, verifies and accepts them, and pushes this clone's own. Your branches are never touched. The remote: the one named, else nerve.remote, else the only one, else origin. Exits 3 when it failed.",
  args: "[remote]",
  options: { fetchOnly: flag("do not push") },
  examples: [
    ["git nerve sync", "with the elected remote"],
    ["git nerve sync upstream --fetch-only --json", "only take, as JSON"],
  ],

  async run({ nerve, out, args, options }) {
    const done = await sync(await nerve(), {
      remote: args[0],
      push: !options.fetchOnly,
      progress: (text) => out.progress(text),
    });
    const { remote, outcome, pushed, fetched, quarantined, reason } = done;
    if (options.json) out.json({ remote, outcome, pushed, fetched, quarantined, reason });
    else {
      const style = outcome === "synced" ? "green" : outcome === "deferred" ? "yellow" : "red";
      out.line(
        `${paint(style, outcome)} with ${remote ?? "nobody"}: ${pushed.length} pushed, ${fetched.length} fetched${reason ? `; ${reason}` : ""}`,
      );
      for (const each of quarantined) out.line(`${paint("red", "quarantined")} ${each.ref} at ${each.commit}: ${each.reason}`);
    }
    return outcome === "failed" ? 3 : quarantined.length > 0 ? 1 : 0;
  },
});
