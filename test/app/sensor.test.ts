import fs from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dismissConflict, resolveConflict } from "../../src/app/conflicts.ts";
import { join, leave } from "../../src/app/join.ts";
import { type Nerve, openNerve } from "../../src/app/nerve.ts";
import { enterAsSelf } from "../../src/app/self.ts";
import { Sensor } from "../../src/app/sensor.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const lines = (changes: Record<number, string> = {}) =>
  Array.from({ length: 20 }, (_, i) => `${changes[i + 1] ?? `line ${i + 1}`}\n`).join("");

const open = async (repo: TestRepository, options = {}): Promise<{ nerve: Nerve; sensor: Sensor }> => {
  const nerve = await openNerve(repo.dir, () => {});
  const sensor = new Sensor(nerve, options);
  onTestFinished(async () => void (await Promise.all([sensor.close(), nerve.close()])));
  return { nerve, sensor };
};

/** A repository with a file, and two worktrees. */
const threeWorktrees = () => {
  const main = newRepository({ "src/a.txt": lines(), "README.md": "" });
  return { main, alice: main.worktree("alice"), bob: main.worktree("bob") };
};

const openKinds = async (sensor: Sensor, hints?: Parameters<Sensor["pass"]>[0]): Promise<string[]> => {
  const { view } = await sensor.pass(hints);
  return [...view.state.conflicts.values()].filter(({ status }) => status === "open").map(({ kind, place }) => `${kind} ${place}`);
};

test("a pass writes down what is new, and a second one has nothing to add", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  bob.write("src/a.txt", lines({ 3: "bob" }));
  expect((await sensor.pass()).drafts.map(({ type }) => type)).toEqual([
    ...["agent_joined", "agent_joined", "agent_joined"],
    "conflict_opened",
    ...["files_changed", "files_changed"],
  ]);
  expect((await sensor.pass()).drafts).toEqual([]);
  expect((await (await open(main)).sensor.pass()).drafts).toEqual([]);
});

test("a conflict grows, shrinks and ends with the work", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main, { resident: true });
  alice.write("src/a.txt", lines({ 3: "alice" }));
  expect(await openKinds(sensor)).toEqual([]);
  bob.write("src/a.txt", lines({ 3: "bob" }));
  expect(await openKinds(sensor, { worktrees: new Map([["bob", ["src/a.txt"]]]), refs: false })).toEqual(["merge_conflict src/a.txt"]);
  bob.write("src/a.txt", lines({ 17: "bob" }));
  expect(await openKinds(sensor, { worktrees: new Map([["bob", ["src/a.txt"]]]), refs: false })).toEqual(["same_file src/a.txt"]);
  bob.write("src/a.txt", lines());
  expect(await openKinds(sensor, { worktrees: new Map([["bob", ["src/a.txt"]]]), refs: false })).toEqual([]);
});

test("work that landed is nobody's conflict any more", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  bob.write("src/a.txt", lines({ 17: "bob" }));
  expect(await openKinds(sensor)).toEqual(["same_file src/a.txt"]);
  alice.commit();
  expect(await openKinds(sensor)).toEqual(["same_file src/a.txt"]);
  main.git("merge", "-q", "alice");
  const { view, drafts } = await sensor.pass();
  expect([...view.state.conflicts.values()].map(({ status }) => status)).toEqual(["resolved"]);
  // But the other one still has it before him.
  const nameOf = (id = "") => view.state.agents.get(id)?.name;
  expect(drafts.filter(({ type }) => type === "merge_risk_detected").map(({ to, summary }) => [nameOf(to[0]), summary])).toEqual([
    ["bob", "alice has landed on main what you were in conflict over: src/a.txt"],
  ]);
});

test("work that stands on other work does not clash with it", async () => {
  const { main, alice } = threeWorktrees();
  const { sensor } = await open(main);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  alice.commit();
  main.git("worktree", "add", "-q", "-b", "stacked", path.join(path.dirname(main.dir), "stacked"), "alice");
  fs.writeFileSync(path.join(path.dirname(main.dir), "stacked/src/a.txt"), lines({ 3: "alice", 4: "stacked" }));
  expect(await openKinds(sensor)).toEqual([]);
});

test("in the middle of a rebase the last word stands", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  alice.commit();
  bob.write("src/a.txt", lines({ 3: "bob" }));
  expect(await openKinds(sensor)).toEqual(["merge_conflict src/a.txt"]);
  main.write("src/a.txt", lines({ 3: "main" }));
  main.commit();
  expect(() => alice.git("rebase", "main")).toThrow();
  expect(await openKinds(sensor)).toEqual(["merge_conflict src/a.txt"]);
  alice.git("rebase", "--abort");
  expect(await openKinds(sensor)).toEqual(["merge_conflict src/a.txt"]);
});

test("an agent whose worktree is removed leaves, takes its conflicts along, and is the same one when it is back", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  bob.write("src/a.txt", lines({ 3: "bob" }));
  await sensor.pass();
  const idOf = async () => [...(await sensor.pass()).view.state.agents.values()].find(({ name }) => name === "bob");
  const before = await idOf();
  main.git("worktree", "remove", "--force", bob.dir);
  expect(await openKinds(sensor)).toEqual([]);
  expect((await idOf())?.status).toBe("left");
  main.git("worktree", "add", "-q", bob.dir, "bob");
  expect(await idOf()).toMatchObject({ id: before?.id, status: "working" });
});

test("whoever left is not compared, and is back when it goes on working", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  const here = await open(bob);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  bob.write("src/a.txt", lines({ 3: "bob" }));
  await sensor.pass();
  await leave(here.nerve);
  expect(await openKinds(sensor)).toEqual([]);
  bob.write("src/b.txt", "more");
  expect(await openKinds(sensor)).toEqual(["merge_conflict src/a.txt"]);
});

test("joining names the agent, and saying the same again writes nothing", async () => {
  const { bob } = threeWorktrees();
  const { nerve, sensor } = await open(bob);
  const request = { name: "robert", capabilities: ["review"], task: "T-1" };
  expect(await join(nerve, request)).toMatchObject({ name: "robert", branch: "bob", task: "T-1", capabilities: ["review"] });
  const { state } = (await sensor.pass()).view;
  await join(nerve, request);
  expect((await sensor.pass()).view.state.events).toBe(state.events);
});

test("a dismissed conflict never opens again, a resolved one only after it was gone", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  const here = await open(alice);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  bob.write("src/a.txt", lines({ 17: "bob" }));
  await sensor.pass();
  const { view, self } = await enterAsSelf(here.nerve);
  const [conflict] = view.state.conflicts.values();
  await resolveConflict(here.nerve, view, self, conflict?.id ?? "");
  expect(await openKinds(sensor)).toEqual([]);
  bob.write("src/a.txt", lines());
  await sensor.pass();
  bob.write("src/a.txt", lines({ 17: "bob again" }));
  expect(await openKinds(sensor)).toEqual(["same_file src/a.txt"]);
  await dismissConflict(here.nerve, (await enterAsSelf(here.nerve)).view, self, conflict?.id ?? "");
  bob.write("src/a.txt", lines());
  await sensor.pass();
  bob.write("src/a.txt", lines({ 17: "bob once more" }));
  expect(await openKinds(sensor)).toEqual([]);
});

test("the user's index, objects and refs are as they were", async () => {
  const { main, alice, bob } = threeWorktrees();
  const { sensor } = await open(main);
  alice.write("src/a.txt", lines({ 3: "alice" }));
  bob.write("new.txt", "untracked");
  const facts = () =>
    [main, alice, bob].map(({ git }) => [
      git("status", "--porcelain=v2", "--branch"),
      git("for-each-ref", "refs/heads", "refs/tags", "refs/remotes"),
      fs.readFileSync(git("rev-parse", "--path-format=absolute", "--git-path", "index")).toString("hex"),
    ]);
  const before = facts();
  await sensor.pass();
  expect(facts()).toEqual(before);
  expect(main.git("fsck", "--strict", "--no-dangling")).toBe("");
});
