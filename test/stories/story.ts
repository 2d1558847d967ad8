import fs from "node:fs";
import path from "node:path";
import type { Machine } from "../support/machine.ts";
import { Placeholders } from "./placeholders.ts";

/**
 * Plays a story on a machine nobody has used and returns it as it turned out: the same prose and commands, with the output and exit codes that the
 * commands really had.
 *
 * In a block marked `console`, a line `alice$ git nerve inbox` runs in the folder `alice` of the home, one that begins with `$` in the home
 * itself. Lines that begin with `> ` continue the command; all others are output. `# exit 1` behind a command says how it ends, unless well.
 */
export const play = async (story: string, machine: Machine): Promise<string> => {
  const placeholders = new Placeholders(machine.home);
  const told: string[] = [];
  for (const part of partsOf(story)) {
    if (typeof part === "string") {
      told.push(part);
      continue;
    }
    const { folder, lines } = part;
    const cwd = path.join(machine.home, folder);
    if (!fs.existsSync(cwd)) throw new Error(`there is no folder ${folder} to run in: ${lines.join("\n")}`);
    const { code, stdout } = await machine.shell(placeholders.reveal(lines.join("\n")), { cwd });
    const [first = "", ...more] = lines;
    told.push(`${folder}$ ${first}${code === 0 ? "" : `  # exit ${code}`}`, ...more.map((line) => `> ${line}`));
    if (stdout !== "") told.push(placeholders.hide(stdout).replace(/\n$/, ""));
  }
  return told.join("\n");
};

/** A command with the folder it runs in. Only its first line can say how it ends. */
interface Command {
  readonly folder: string;
  readonly lines: string[];
}

/** Lines of prose as they are, and commands without what they are expected to print. */
function* partsOf(story: string): Generator<string | Command> {
  let command: Command | undefined;
  let inside = false;
  for (const line of story.split("\n")) {
    const [, folder, first] = /^([\w./-]*)\$ (.*?)(?: {2}# exit \d+)?$/.exec(inside ? line : "") ?? [];
    const starts = folder !== undefined && first !== undefined;
    if (inside && command && line.startsWith("> ")) {
      command.lines.push(line.slice(2));
      continue;
    }
    if (command && (starts || line === "```")) {
      yield command;
      command = undefined;
    }
    if (starts) command = { folder, lines: [first] };
    else if (!command) yield line;
    if (line === "```console") inside = true;
    else if (line === "```") inside = false;
  }
}
