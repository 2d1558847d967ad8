import { leave } from "../../app/join.ts";
import { defineCommand } from "../command.ts";
import { text } from "../options.ts";

export default defineCommand({
  about: "Says that the agent of this worktree is done. It hears of nothing more until it joins again or its files change.",
  options: { reason: text("text", "why, for the others") },
  examples: [['git nerve leave --reason "merged"', "done here"]],

  async run({ nerve, out, options }) {
    const left = await leave(await nerve(), options.reason);
    if (options.json) return void out.json(left);
    out.line(`${left.name} left`);
    return;
  },
});
