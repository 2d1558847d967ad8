import { programWords } from "../../app/program.ts";
import { defineCommand } from "../command.ts";

export default defineCommand({
  about:
    "Makes a repository with two worktrees, a remote and a second clone in a temporary folder, plays the main job on it with real commands, and cleans up. Takes about half a minute at most.",
  examples: [["git nerve demo", "watch it work"]],

  async run({ out, options }) {
    const { playDemo } = await import("../../demo/demo.ts");
    const lines: string[] = [];
    await playDemo(programWords(), (line) => (options.json ? lines.push(line) : out.line(line)));
    if (options.json) out.json({ lines });
    return undefined;
  },
});
