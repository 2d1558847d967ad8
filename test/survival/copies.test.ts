import fs from "node:fs";
import path from "node:path";
import { type TestContext, test } from "vitest";
import { type Machine, newMachine } from "../support/machine.ts";
import { repositoryAt, type TestRepository } from "../support/repository.ts";

type Audit = { ok: boolean; writers: { writer: string; trust: string }[]; quarantined: unknown[] };

test.concurrent(
  "a copied clone becomes a writer of its own and says so; the original goes on, and both sync",
  async ({ expect, onTestFinished }) => {
    const { machine, shop } = await sharedClone(onTestFinished);
    await publish(machine, shop, "from the original");
    await machine.shell("cp -a shop copy");
    const copy = repositoryAt(path.join(machine.home, "copy"));
    const said = await machine.nerve(copy.dir, "publish", "message_sent", "--summary", "from the copy");
    expect(said).toMatchObject({ code: 0, stderr: expect.stringContaining("are a copy of another clone's") });
    expect(await publish(machine, shop, "from the original again")).toMatchObject({ code: 0, stderr: "" });
    for (const clone of [shop, copy, shop])
      expect(await machine.ask(clone.dir, "sync")).toMatchObject({ outcome: "synced", quarantined: [] });

    const audit = await machine.ask<Audit>(shop.dir, "audit");
    expect(audit).toMatchObject({ ok: true, quarantined: [] });
    expect(audit.writers.map(({ trust }) => trust).sort()).toEqual(["provisional", "self"]);
    expect(await summaries(machine, shop)).toEqual(
      expect.arrayContaining(["from the copy", "from the original", "from the original again"]),
    );
  },
);

test.concurrent(
  "a clone restored from an old backup takes back from the remote what it had said since",
  async ({ expect, onTestFinished }) => {
    const { machine, shop } = await sharedClone(onTestFinished);
    await publish(machine, shop, "early");
    const refs = planeRefs(shop);
    await publish(machine, shop, "late");
    await machine.nerve(shop.dir, "sync");
    restore(shop, refs);
    expect(await summaries(machine, shop)).toEqual(["early"]);

    expect(await machine.ask(shop.dir, "sync")).toMatchObject({ outcome: "synced", quarantined: [] });
    expect(await summaries(machine, shop)).toEqual(["early", "late"]);
    expect(await machine.nerve(shop.dir, "audit")).toMatchObject({ code: 0 });
  },
);

test.concurrent(
  "a clone that went on from an old backup becomes another writer at the next sync, says so, and loses nothing it had shared",
  async ({ expect, onTestFinished }) => {
    const { machine, shop } = await sharedClone(onTestFinished);
    await publish(machine, shop, "early");
    const refs = planeRefs(shop);
    await publish(machine, shop, "late");
    await machine.nerve(shop.dir, "sync");
    restore(shop, refs);
    await publish(machine, shop, "otherwise");

    const sync = await machine.nerve(shop.dir, "sync");
    expect(sync.stderr).toContain("was continued elsewhere with its key");
    expect(await publish(machine, shop, "onwards")).toMatchObject({ code: 0, stderr: "" });
    expect(await machine.ask(shop.dir, "sync")).toMatchObject({ outcome: "synced" });

    const { carol } = await cloneOf(machine, "carol");
    await machine.nerve(carol.dir, "sync");
    expect(await summaries(machine, carol)).toEqual(expect.arrayContaining(["early", "late", "onwards"]));
    expect(await machine.nerve(carol.dir, "audit")).toMatchObject({ code: 0 });
  },
);

/** A clone with something committed, and the bare remote that it shares with. */
const sharedClone = async (whenFinished: TestContext["onTestFinished"]): Promise<{ machine: Machine; shop: TestRepository }> => {
  const machine = newMachine(whenFinished);
  await machine.shell("git init -q --bare -b main remote.git");
  const { shop } = await cloneOf(machine, "shop");
  shop.write("README.md", "# Shop\n");
  shop.commit();
  shop.git("push", "-q", "origin", "HEAD:main");
  return { machine, shop };
};

const cloneOf = async <Name extends string>(machine: Machine, name: Name): Promise<Record<Name, TestRepository>> => {
  await machine.shell(`git clone -q remote.git ${name}`);
  const clone = repositoryAt(path.join(machine.home, name));
  clone.git("config", "user.name", name);
  return { [name]: clone } as Record<Name, TestRepository>;
};

const publish = (machine: Machine, { dir }: TestRepository, summary: string) =>
  machine.nerve(dir, "publish", "message_sent", "--summary", summary);

const summaries = async (machine: Machine, { dir }: TestRepository): Promise<string[]> => {
  const { events } = await machine.ask<{ events: { summary: string }[] }>(dir, "events", "--type", "message_sent");
  return events.map(({ summary }) => summary);
};

const planeRefs = ({ git }: TestRepository): string => git("for-each-ref", "--format=update %(refname) %(objectname)", "refs/nerveplane");

/** Puts the plane back to what it was, in place: the keys' folder stays the very same one. */
const restore = ({ dir, git }: TestRepository, refs: string): void => {
  for (const ref of git("for-each-ref", "--format=%(refname)", "refs/nerveplane").split("\n")) git("update-ref", "-d", ref);
  for (const line of refs.split("\n")) git("update-ref", ...line.split(" ").slice(1));
  for (const folder of ["cache", "cursors"]) fs.rmSync(path.join(dir, ".git", "nerveplane", folder), { recursive: true, force: true });
};
