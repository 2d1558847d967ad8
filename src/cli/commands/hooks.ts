import { installHooks } from "../../app/hooks/install.ts";
import { type HookPlan, planHooks, planRemoval, stepLine } from "../../app/hooks/plan.ts";
import { readHooksStatus } from "../../app/hooks/status.ts";
import { uninstallHooks } from "../../app/hooks/uninstall.ts";
import { programWords } from "../../app/program.ts";
import { defineCommand } from "../command.ts";
import { flag } from "../options.ts";
import { type Output, paint } from "../output.ts";
import { table } from "../show.ts";

const install = defineCommand({
  about: "Installs post-checkout and pre-push beside the hooks that are there. Done twice it does nothing the second time.",
  options: { dryRun: flag("only say what would be written") },
  examples: [["git nerve hooks install --dry-run", "what would be written, and why there"]],

  async run({ nerve, out, options }) {
    const { repository } = await nerve();
    const change = options.dryRun ? planHooks : installHooks;
    tell(out, await change(repository, { program: programWords() }), options);
    return;
  },
});

const uninstall = defineCommand({
  about: "Takes our part out of every hook and leaves, byte for byte, what was there without it.",
  options: { dryRun: flag("only say what would go") },
  examples: [["git nerve hooks uninstall", "as if it had never been there"]],

  async run({ nerve, out, options }) {
    const { repository } = await nerve();
    tell(out, await (options.dryRun ? planRemoval : uninstallHooks)(repository), options);
    return;
  },
});

const status = defineCommand({
  about:
    "How our hooks stand in every worktree, proved by letting git start them where that runs nothing else. Exits 1 when one is broken or absent.",
  examples: [["git nerve hooks status --json", "for scripts"]],

  async run({ nerve, out, options }) {
    const found = await readHooksStatus((await nerve()).repository);
    if (options.json) out.json(found);
    else {
      for (const line of table(
        found.hooks.map(({ hook, state, worktree, reason }) => [hook, state.replace("_", " "), worktree, reason ?? ""]),
      ))
        out.line(line);
      for (const note of found.notes) out.note(note);
    }
    return found.hooks.some(({ state }) => state === "broken" || state === "absent") ? 1 : 0;
  },
});

export default defineCommand({
  about:
    "Our git hooks: post-checkout (a new worktree or branch is known at once) and pre-push (open conflicts are shown before they travel).",
  examples: status.examples,
  ...(status.run && { run: status.run }),
  subcommands: { install, uninstall, status },
});

const tell = (out: Output, plan: HookPlan, { json, dryRun }: { readonly json: boolean; readonly dryRun: boolean }): void => {
  if (json) return void out.json({ dryRun, ...plan });
  for (const step of plan.steps) out.line(`${dryRun ? paint("dim", "would ") : ""}${stepLine(step)}`);
  if (plan.steps.length === 0) out.line("Nothing to do.");
  for (const note of plan.notes) out.note(note);
};
