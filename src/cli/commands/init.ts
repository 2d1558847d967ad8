import { stepLine } from "../../app/hooks/plan.ts";
import { planSetup, setUp } from "../../app/setup.ts";
import { defineCommand } from "../command.ts";
import { flag } from "../options.ts";
import { plural } from "../show.ts";

export default defineCommand({
  about:
    "Sets this repository up: keys for this clone, an agent for every worktree, and two git hooks beside yours. Says what it will write before it does. Run it again whenever you like.",
  options: { dryRun: flag("only say what would be written") },
  examples: [
    ["git nerve init --dry-run", "see what it would write"],
    ["git nerve init", "do it"],
  ],

  async run({ nerve, out, options }) {
    const plane = await nerve();
    const plan = await planSetup(plane.repository);
    if (!options.json) {
      if (plan.writer === null) out.line(`write a key pair for this clone below ${plan.keysFolder}`);
      for (const step of plan.hooks.steps) out.line(stepLine(step));
      if (plan.writer !== null && plan.hooks.steps.length === 0) out.line("Keys and hooks are in place.");
      for (const note of plan.hooks.notes) out.note(note);
    }
    if (options.dryRun) {
      if (options.json) out.json({ dryRun: true, writer: plan.writer, keysFolder: plan.keysFolder, hooks: plan.hooks });
      return;
    }
    const { writer, agents, hooks } = await setUp(plane);
    if (options.json) return void out.json({ dryRun: false, writer, agents, hooks });
    out.line(`This clone is writer ${writer}, with ${plural(agents, "agent")}. Next: git nerve watch`);
    return;
  },
});
