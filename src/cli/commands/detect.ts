import { detect } from "../../app/detect.ts";
import { defineCommand } from "../command.ts";
import { text } from "../options.ts";
import { paint } from "../output.ts";
import { listConflicts } from "../show-conflict.ts";

export default defineCommand({
  about:
    "Compares any two commits or trees without touching a worktree: would they merge, and what do both change? Exits 0 when clear, 1 when not (conflict, or not assessed).",
  args: "<ours> <theirs>",
  options: { base: text("rev", "what both started from; needed for trees, found for commits") },
  examples: [
    ["git nerve detect main feature", "two branches"],
    ["git nerve detect HEAD stash@{0} --json", "with evidence, as JSON"],
  ],

  async run({ nerve, out, args, options }) {
    const [ours = "", theirs = ""] = args;
    const found = await detect(await nerve(), { ours, theirs, ...(options.base !== undefined && { base: options.base }) });
    if (options.json) out.json(found);
    else {
      const styles = { clear: "green", conflict: "red", not_assessed: "yellow" } as const;
      // Why nothing can be said is the whole answer then.
      if (found.verdict !== "not_assessed") out.line(paint(styles[found.verdict], found.verdict));
      listConflicts(out, found.conflicts);
      for (const { path, reason } of found.notAssessed)
        out.line(paint(styles.not_assessed, `not assessed: ${path ? `${path}: ` : ""}${reason}`));
    }
    return found.verdict === "clear" ? 0 : 1;
  },
});
