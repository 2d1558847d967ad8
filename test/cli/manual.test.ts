import fs from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";

test("the manual page names every command, in the order and words of the help", () => {
  const page = fs.readFileSync(new URL("../../man/git-nerve.1", import.meta.url), "utf8");
  const section = page.split("\n.SH ").find((part) => part.startsWith("COMMANDS\n"));
  const named = [...(section ?? "").matchAll(/^\.TP\n\.B (.+)\n(.+)$/gm)].map(([, name, summary]) => ({ name, summary }));
  expect(named).toEqual(commands.filter(({ hidden }) => !hidden).map(({ name, summary }) => ({ name, summary })));
});
