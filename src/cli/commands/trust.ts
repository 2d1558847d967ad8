import { confirm, exportTrust, readTrust } from "../../app/trust.ts";
import { readView } from "../../app/view.ts";
import { defineCommand } from "../command.ts";
import { paint } from "../output.ts";
import { table } from "../show.ts";

const list = defineCommand({
  about: "Lists every writer whose log is here, and how far you believe it.",
  examples: [["git nerve trust list", "who is who"]],

  async run({ nerve, out, options }) {
    const plane = await nerve();
    const { writers, clashes } = await readTrust(plane, await readView(plane));
    if (options.json) return void out.json({ writers, clashes });
    if (writers.length === 0) out.note("No logs here yet.");
    for (const line of table(writers.map(({ writer, name, trust, key }) => [writer, trust, name, key ?? ""]))) out.line(line);
    for (const { name, claimant, known } of clashes)
      out.line(paint("red", `${claimant} calls itself ${name}, which is the name of ${known}`));
    return clashes.length > 0 ? 1 : 0;
  },
});

const exported = defineCommand({
  about:
    "Prints an allowed-signers file with every key that may sign in a log here, for `git verify-commit` and `git log --show-signature`.",
  examples: [
    ["git nerve trust export > .git/nerve-signers", "write it down"],
    [
      "git -c gpg.ssh.allowedSignersFile=.git/nerve-signers log --show-signature refs/nerveplane/log/<writer>/000001",
      "let stock git verify a log",
    ],
  ],

  async run({ nerve, out, options }) {
    const text = exportTrust(await readView(await nerve()));
    if (options.json) out.json({ allowedSigners: text });
    else out.raw(text);
    return undefined;
  },
});

const confirmed = defineCommand({
  about: "Says that a writer is who it says it is. Remembered for you, outside of the repository.",
  args: "<writer>",
  examples: [["git nerve trust confirm k3jq7mzaq2", "after you asked its owner for the id"]],

  async run({ nerve, out, args, options }) {
    const pin = await confirm(await readView(await nerve()), args[0] ?? "");
    if (options.json) return void out.json(pin);
    out.line(`${pin.writer} is trusted as ${pin.name}`);
    return;
  },
});

export default defineCommand({
  about:
    "Whose keys are believed. A writer's id is the hash of its key, so nobody can write into another's log; what is left to decide is who is behind an id.",
  examples: list.examples,
  ...(list.run && { run: list.run }),
  subcommands: { list, export: exported, confirm: confirmed },
});
