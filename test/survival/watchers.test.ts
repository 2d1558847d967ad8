import type { ChildProcess } from "node:child_process";
import { setTimeout as rest } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { ended, type Machine, newMachine } from "../support/machine.ts";
import { newRepository } from "../support/repository.ts";

test("a second watcher names the first and goes; when the first is killed, the next one goes on where it was", async () => {
  const machine = newMachine();
  const main = newRepository({ "a.txt": "one\n" });
  const [alice, bob] = [main.worktree("alice"), main.worktree("bob")];
  const first = await startWatcher(machine, main.dir);
  alice.write("a.txt", "alice\n");
  bob.write("a.txt", "bob\n");
  const opened = await conflictsOf(machine, main.dir, (found) => found.length > 0);

  const second = await machine.nerve(alice.dir, "watch");
  expect(second).toMatchObject({ code: 3, stdout: "" });
  expect(second.stderr).toContain(`process ${first.pid} watches this repository`);

  first.kill("SIGKILL");
  await ended(first);
  const third = await startWatcher(machine, main.dir);
  expect(await machine.ask(main.dir, "status")).toMatchObject({ watcher: { running: true, pid: third.pid }, conflicts: { open: 1 } });
  const { events } = await machine.ask<{ events: unknown[] }>(main.dir, "events", "--type", "conflict_opened");
  expect(events).toHaveLength(1);

  bob.git("checkout", "-q", "--", "a.txt");
  await conflictsOf(machine, main.dir, (found) => found.length === 0);
  bob.write("a.txt", "bob again\n");
  expect(await conflictsOf(machine, main.dir, (found) => found.length > 0)).toEqual(opened);

  third.kill("SIGTERM");
  expect(await ended(third)).toMatchObject({ stderr: "" });
  expect(await machine.ask(main.dir, "status")).toMatchObject({ watcher: { running: false, pid: null } });
});

test("a watcher finds what breaks in code, and says when it is mended", async () => {
  const machine = newMachine();
  const main = newRepository({ "store.ts": "export const load = (id: string) => id;\n" });
  const [alice, bob] = [main.worktree("alice"), main.worktree("bob")];
  await startWatcher(machine, main.dir);
  alice.write("store.ts", "export const loadAll = (id: string) => id;\n");
  bob.write("page.ts", 'import { load } from "./store.js";\nexport const page = load("1");\n');
  const opened = await conflictsOf(machine, main.dir, (found) => found.length > 0);
  bob.write("page.ts", 'import { loadAll } from "./store.js";\nexport const page = loadAll("1");\n');
  alice.write("store.ts", "export const load = (id: string) => id;\n");
  await conflictsOf(machine, main.dir, (found) => found.length === 0);
  alice.write("store.ts", "export const loadAll = (id: string) => id;\n");
  bob.write("page.ts", 'import { load } from "./store.js";\nexport const page = load("2");\n');
  expect(await conflictsOf(machine, main.dir, (found) => found.length > 0)).toEqual(opened);
});

/** A watcher that has made its first pass. It ends with the test at the latest. */
const startWatcher = async (machine: Machine, dir: string): Promise<ChildProcess> => {
  const watcher = machine.start(["watch", "--json"], { cwd: dir });
  onTestFinished(() => void watcher.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    watcher.stdout?.on("data", (said: Buffer) => said.includes('"started"') && resolve());
    watcher.stderr?.on("data", (said: Buffer) => reject(new Error(said.toString("utf8"))));
  });
  return watcher;
};

/** Ids of the open conflicts, as soon as the watcher has made them what is awaited. */
const conflictsOf = async (machine: Machine, dir: string, awaited: (ids: string[]) => boolean): Promise<string[]> => {
  for (;;) {
    const { conflicts } = await machine.ask<{ conflicts: { id: string }[] }>(dir, "conflicts");
    const ids = conflicts.map(({ id }) => id);
    if (awaited(ids)) return ids;
    await rest(50);
  }
};
