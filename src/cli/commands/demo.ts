import { constants } from "node:os";
import { programWords } from "../../app/program.ts";
import { defineCommand } from "../command.ts";

export default defineCommand({
  about:
    "Makes a repository with two worktrees, a remote and a second clone in a temporary folder, plays the main job on it with real commands, and cleans up. Takes about half a minute at most.",
  examples: [["git nerve demo", "watch it work"]],

  async run({ out, options, untilEnded }) {
    const { playDemo } = await import("../../demo/demo.ts");
    const lines: string[] = [];
    const ended = untilEnded();
    try {
      await playDemo(programWords(), (line) => (options.json ? lines.push(line) : out.line(line)), ended);
    } catch (error) {
      if (!ended.aborted) throw error;
      return 128 + constants.signals[ended.reason as NodeJS.Signals];
    }
    if (options.json) out.json({ lines });
    return undefined;
  },
});
