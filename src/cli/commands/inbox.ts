import { acknowledge, readInbox } from "../../app/inbox.ts";
import { enterAsSelf } from "../../app/self.ts";
import { defineCommand } from "../command.ts";
import { count, flag } from "../options.ts";
import { paint } from "../output.ts";
import { clipped, severityColumn } from "../show.ts";

export default defineCommand({
  about: "Shows what was routed to the agent of this worktree and was not acknowledged, and acknowledges it.",
  options: {
    peek: flag("do not acknowledge"),
    wait: count("seconds", "when there is nothing, wait that long for something to arrive"),
  },
  examples: [
    ["git nerve inbox", "what is new, once"],
    ["git nerve inbox --peek --json", "the same without acknowledging, as JSON"],
    ["git nerve inbox --wait 600", "block until somebody needs you, ten minutes at most"],
  ],

  async run({ nerve, out, options }) {
    const plane = await nerve();
    const entered = await enterAsSelf(plane);
    const { self } = entered;
    let { view } = entered;
    let items = readInbox(plane, view, self.agent);
    if (items.length === 0 && options.wait) {
      const { waitForNotice } = await import("../../app/wait.ts");
      ({ view, items } = await waitForNotice(plane, self.agent, options.wait * 1000));
    }
    if (options.json) out.json({ agent: self.agent, items });
    else if (items.length === 0) out.note("Nothing new.");
    else {
      for (const { severity, summary, from, requiredAction, reason } of items) {
        out.line(`${severityColumn(severity)} ${from ? `${from}: ` : ""}${clipped(summary)}`);
        if (requiredAction) out.line(`         → ${clipped(requiredAction)}`);
        out.line(paint("dim", `         ${reason}`));
      }
    }
    // Only after it was shown: what a reader never saw is not acknowledged.
    if (!options.peek && items.length > 0) acknowledge(plane, view, self.agent);
    return;
  },
});
