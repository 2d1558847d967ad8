import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Machine, newMachine } from "../support/machine.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const damages = {
  "cut in half": (file: string) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2)),
  empty: (file: string) => fs.truncateSync(file, 0),
  "full of noise": (file: string) => fs.writeFileSync(file, Buffer.alloc(fs.statSync(file).size, 0xa5)),
  gone: (file: string) => fs.rmSync(file, { recursive: true }),
};

test.for(["cut in half", "full of noise"] as const)(
  "caches, objects and cursors that are %s change nothing but the time it takes",
  async (how) => {
    const { machine, main, alice } = await twoInConflict();
    const before = await machine.ask<{ conflicts: unknown[] }>(main.dir, "conflicts");
    expect(before.conflicts).toHaveLength(1);
    for (const file of filesBelow(path.join(main.dir, ".git", "nerveplane"))) if (!file.includes("/keys/")) damages[how](file);

    expect(await machine.nerve(main.dir, "conflicts")).toMatchObject({ code: 1, stderr: "" });
    expect(await machine.ask(main.dir, "conflicts")).toEqual(before);
    expect(await machine.ask(alice.dir, "status")).toMatchObject({ agents: 3, conflicts: { open: 1 }, faults: 0 });
    expect(await machine.ask(alice.dir, "inbox")).toMatchObject({ items: [{ type: "conflict_opened" }] });
    expect(await machine.nerve(main.dir, "audit")).toMatchObject({ code: 0 });
  },
);

test("all but the keys can be deleted at any time", async () => {
  const { machine, main, alice, bob } = await twoInConflict();
  const nerveDir = path.join(main.dir, ".git", "nerveplane");
  for (const name of fs.readdirSync(nerveDir)) if (name !== "keys") fs.rmSync(path.join(nerveDir, name), { recursive: true });
  bob.write("b.txt", "more\n");
  expect(await machine.nerve(main.dir, "conflicts")).toMatchObject({ code: 1, stderr: "" });
  expect(await machine.ask(bob.dir, "status")).toMatchObject({ agents: 3, conflicts: { open: 1 }, faults: 0 });
  expect(await machine.nerve(alice.dir, "publish", "message_sent", "--summary", "on we go")).toMatchObject({ code: 0, stderr: "" });
});

test.for(["cut in half", "gone"] as const)("own log whose last commit is %s: a new writer, who says so and goes on", async (how) => {
  const { machine, main, alice } = await twoInConflict();
  await machine.nerve(alice.dir, "publish", "message_sent", "--summary", "the last word");
  const [log = ""] = main.git("for-each-ref", "--format=%(refname)", "refs/nerveplane/log").split("\n");
  damages[how](looseObject(main, log));

  const said = await machine.nerve(alice.dir, "publish", "message_sent", "--summary", "still here");
  expect(said).toMatchObject({ code: 0, stderr: expect.stringMatching(/is damaged, .*this clone is now writer/) });
  expect(said.stderr).toContain(log.split("/")[3]);
  expect(await machine.nerve(main.dir, "publish", "message_sent", "--summary", "and I")).toMatchObject({ code: 0, stderr: "" });
  expect(await machine.ask(main.dir, "conflicts")).toMatchObject({ conflicts: [{ kind: "merge_conflict", status: "open" }] });
  expect(main.git("for-each-ref", log)).toBe("");
  expect(await machine.nerve(main.dir, "audit")).toMatchObject({ code: 0 });
  main.git("gc", "-q", "--no-prune");
});

test.for(["cut in half", "gone"] as const)("own live statement that is %s is made anew", async (how) => {
  const { machine, main } = await twoInConflict();
  const [live = ""] = main.git("for-each-ref", "--format=%(refname)", "refs/nerveplane/live").split("\n");
  damages[how](looseObject(main, live));
  expect(await machine.nerve(main.dir, "conflicts")).toMatchObject({ code: 1, stderr: "" });
  expect(await machine.ask(main.dir, "agents")).toMatchObject({ agents: [{ live: true }, { live: true }, { live: true }] });
  expect(main.git("cat-file", "-t", live)).toBe("commit");
});

const twoInConflict = async (): Promise<Record<"main" | "alice" | "bob", TestRepository> & { machine: Machine }> => {
  const machine = newMachine();
  const main = newRepository({ "a.txt": "one\n" });
  const [alice, bob] = [main.worktree("alice"), main.worktree("bob")];
  alice.write("a.txt", "alice\n");
  bob.write("a.txt", "bob\n");
  await machine.nerve(main.dir, "init");
  return { machine, main, alice, bob };
};

const looseObject = ({ dir, git }: TestRepository, name: string): string => {
  const oid = git("rev-parse", name);
  const file = path.join(dir, ".git", "objects", oid.slice(0, 2), oid.slice(2));
  fs.chmodSync(file, 0o644);
  return file;
};

const filesBelow = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
