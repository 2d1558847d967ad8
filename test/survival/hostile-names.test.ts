import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { newMachine } from "../support/machine.ts";
import { newRepository, repositoryAt } from "../support/repository.ts";

const names = [
  "line\nfeed",
  "\r\nhigh     forged: line",
  "q'uo\"tes",
  "$(touch pwned)",
  "`touch pwned`",
  "; touch pwned; #",
  "-rf",
  "--json",
  "\u001b[31mred\u001b[2J\u001b]0;title\u0007",
  "\u009b31mc1 control",
  "\u202egnp.exe",
  "\ufeffmark\u200bzero width",
  "%s%n tab\t back\\slash",
  "spaces and 🦄",
  "l".repeat(200),
];

const branch = "$(touch-pwned)'\"`;\u009b31m\u202e🦄|&";

test("names of files, branches and folders run nothing, move no cursor, and are the same in JSON", async () => {
  const machine = newMachine();
  const main = newRepository();
  const alice = main.worktree("alice", branch);
  const folder = path.join(path.dirname(main.dir), "bob\u001b[2J\n$(touch pwned)\u202e");
  main.git("worktree", "add", "-q", "-b", "bob", folder);
  const bob = repositoryAt(folder);
  bob.git("symbolic-ref", "HEAD", "refs/heads/-bob");
  for (const name of names) {
    alice.write(name, "alice\n");
    bob.write(name, "bob\n");
  }
  await machine.nerve(main.dir, "init");
  await machine.nerve(alice.dir, "publish", "message_sent", "--summary", names.join(" "), "--file", names[8] ?? "");

  type Found = { conflicts: { id: string; files: string[]; agents: { branch: string }[] }[] };
  const { conflicts } = await machine.ask<Found>(main.dir, "conflicts");
  expect(conflicts.flatMap(({ files }) => files).sort()).toEqual(names.toSorted());
  expect(conflicts[0]?.agents.map((agent) => agent.branch).sort()).toEqual([branch, "-bob"].toSorted());

  // A pseudo-terminal, so that everything comes as a person would get it.
  for (const command of commands(conflicts.map(({ id }) => id))) {
    for (const json of ["", " --json"]) {
      const shown = await machine.shell(`script -qec 'git nerve ${command}${json}' /dev/null`, {
        cwd: alice.dir,
        env: { TERM: "xterm", NO_COLOR: "", LC_ALL: "C.UTF-8" },
      });
      expect({ command, code: shown.code }).toEqual({ command, code: command.includes("nonsense") ? 2 : expect.toBeOneOf([0, 1]) });
      expect({ command, found: unsafeIn(shown.stdout) }).toEqual({ command, found: [] });
    }
  }
  const made = fs.readdirSync(path.dirname(main.dir), { recursive: true }).map(String);
  expect(made.filter((file) => path.basename(file).startsWith("pwned") || path.basename(file) === "touch-pwned")).toEqual([]);
});

const commands = ([one = "", two = ""]: readonly string[]): string[] => [
  "status",
  "agents",
  "conflicts",
  `conflicts show ${one}`,
  `why ${two}`,
  "events --limit 0",
  "watch --once",
  `conflicts show "nonsense\u001b[31m\u009b1m"`,
  "inbox",
];

/** What could move a cursor, hide or reorder text, once our own colours and line ends are taken away. */
const unsafeIn = (output: string): string[] =>
  output
    .replace(/\u001b\[\d*m|\r\n/g, "")
    .match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g) ?? [];
