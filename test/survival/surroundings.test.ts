import fs from "node:fs";
import path from "node:path";
import { test } from "vitest";
import { ended, type Machine, newMachine } from "../support/machine.ts";

const year = 365 * 24 * 60 * 60 * 1000;

test.concurrent(
  "a remote that refuses is quoted, and what was to be pushed goes with the next sync",
  async ({ expect, onTestFinished }) => {
    const machine = newMachine(onTestFinished);
    const shop = await newShop(machine);
    const hook = path.join(machine.home, "remote.git", "hooks", "pre-receive");
    fs.writeFileSync(hook, '#!/bin/sh\nprintf "no refs on \\033[31mFridays\\033[0m\\n" >&2\nexit 1\n', { mode: 0o755 });
    const refused = await machine.nerve(shop, "sync");
    expect(refused).toMatchObject({ code: 3, stdout: expect.stringContaining("no refs on Fridays") });
    expect(refused.stdout).not.toContain("\u001b");
    expect(await machine.ask(shop, "status")).toMatchObject({ sync: { state: "failed", reason: expect.stringContaining("Fridays") } });

    fs.rmSync(hook);
    expect(await machine.ask(shop, "sync")).toMatchObject({
      outcome: "synced",
      reason: null,
      pushed: [expect.anything(), expect.anything()],
    });
  },
);

test.concurrent("a remote that is not there puts the sync off", async ({ expect, onTestFinished }) => {
  const machine = newMachine(onTestFinished);
  const shop = await newShop(machine);
  fs.renameSync(path.join(machine.home, "remote.git"), path.join(machine.home, "elsewhere.git"));
  expect(await machine.ask(shop, "sync")).toMatchObject({ outcome: "deferred", pushed: [], reason: expect.stringContaining("remote.git") });
  fs.renameSync(path.join(machine.home, "elsewhere.git"), path.join(machine.home, "remote.git"));
  expect(await machine.ask(shop, "sync")).toMatchObject({ outcome: "synced" });
});

test.concurrent(
  "a repository that may only be read: what cannot be written is named, and reading works",
  async ({ expect, onTestFinished }) => {
    const machine = newMachine(onTestFinished);
    const shop = await newShop(machine);
    await machine.nerve(shop, "publish", "message_sent", "--summary", "before");
    // Root may write everywhere, unless it gives that up.
    const asUser = process.getuid?.() === 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search " : "";
    await machine.shell("chmod -R a-w shop/.git");
    try {
      const said = await machine.shell(`${asUser}git nerve publish message_sent --summary during`, { cwd: shop });
      expect(said).toMatchObject({ code: 3, stdout: expect.stringMatching(/^git nerve: .*(ermission|denied|written)/) });
      expect(said.stdout).not.toMatch(/bug|\n {4}at /);
      expect(await machine.shell(`${asUser}git nerve events --type message_sent`, { cwd: shop })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("before"),
      });
    } finally {
      await machine.shell("chmod -R u+w shop/.git");
    }
    expect(await machine.shell(`${asUser}git nerve publish message_sent --summary after`, { cwd: shop })).toMatchObject({ code: 0 });
  },
);

test.concurrent(
  "clocks that jump by decades change neither the order of events nor what is believed",
  async ({ expect, onTestFinished }) => {
    const machine = newMachine(onTestFinished);
    const shop = await newShop(machine);
    const shim = path.join(machine.home, "shim.mjs");
    fs.writeFileSync(
      shim,
      `const shift = Number(process.env.SHIFT);
     globalThis.Date = class extends Date {
       constructor(...args) { super(...(args.length > 0 ? args : [Date.now() + shift])); }
       static now() { return super.now() + shift; }
     };`,
    );
    const at = (shift: number, ...args: string[]) =>
      ended(machine.start(args, { cwd: shop, env: { NODE_OPTIONS: `--import=${shim}`, SHIFT: String(shift) } }));
    for (const [i, shift] of [0, 30 * year, -30 * year, 3 * year].entries()) {
      expect(await at(shift, "publish", "message_sent", "--summary", `event ${i}`)).toMatchObject({ code: 0, stderr: "" });
    }
    const { events } = await machine.ask<{ events: { summary: string; at: string }[] }>(shop, "events", "--type", "message_sent");
    expect(events.map(({ summary }) => summary)).toEqual(["event 0", "event 1", "event 2", "event 3"]);
    expect(events.map(({ at: time }) => time)).not.toEqual(events.map(({ at: time }) => time).toSorted());

    await machine.shell(
      "git worktree add -q ../alice && git worktree add -q ../bob && echo alice > ../alice/a.txt && echo bob > ../bob/a.txt",
      { cwd: shop },
    );
    expect(await at(-30 * year, "conflicts")).toMatchObject({ code: 1 });
    await machine.shell("git -C ../bob checkout -q -- a.txt", { cwd: shop });
    expect(await at(0, "conflicts")).toMatchObject({ code: 0 });
    await machine.shell("echo bob > ../bob/a.txt", { cwd: shop });
    expect(await at(-30 * year, "conflicts")).toMatchObject({ code: 1 });
    expect(await machine.nerve(shop, "audit")).toMatchObject({ code: 0 });
  },
);

/** A clone with a commit and the bare remote that it shares with. */
const newShop = async (machine: Machine): Promise<string> => {
  await machine.shell(`git init -q --bare -b main remote.git && git clone -q remote.git shop && cd shop
    echo one > a.txt && git add . && git commit -q -m first && git push -q origin main`);
  return path.join(machine.home, "shop");
};
