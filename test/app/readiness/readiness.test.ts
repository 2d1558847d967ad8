import { expect, onTestFinished, test } from "vitest";
import { type Nerve, openNerve } from "../../../src/app/nerve.ts";
import { publish } from "../../../src/app/publish.ts";
import { type BranchReadiness, readReadiness } from "../../../src/app/readiness/readiness.ts";
import { enter } from "../../../src/app/self.ts";
import { readStatus } from "../../../src/app/status.ts";
import { newRepository, type TestRepository } from "../../support/repository.ts";

const lines = (changes: Record<number, string> = {}) =>
  Array.from({ length: 20 }, (_, i) => `${changes[i + 1] ?? `line ${i + 1}`}\n`).join("");

const files = { "a.txt": lines(), "b.txt": lines({ 1: "b" }), "docs/c.txt": lines({ 1: "c" }) };

const open = async ({ dir }: TestRepository): Promise<Nerve> => {
  const nerve = await openNerve(dir, () => {});
  onTestFinished(() => nerve.close());
  return nerve;
};

const readinessIn = async (repo: TestRepository, of?: string) => {
  const nerve = await open(repo);
  const { view } = await enter(nerve);
  return readReadiness(nerve, view, { of });
};

const pointsOf = ({ score, reasons }: BranchReadiness) => [score, ...reasons.map(({ points, reason }) => `${points} ${reason}`)];

/** What is said of alice alone. */
const alicesIn = async (repo: TestRepository) => {
  const { branches } = await readinessIn(repo, "alice");
  return branches.flatMap(pointsOf);
};

test("what is committed counts by the trees: nothing, some of it, or everything", async () => {
  const main = newRepository(files);
  const alice = main.worktree("alice");
  expect(await alicesIn(main)).toEqual([null]);
  alice.write("a.txt", lines({ 3: "alice" }));
  expect(await alicesIn(main)).toEqual([80, "20 Its change of one file is not committed"]);
  alice.commit();
  expect(await alicesIn(main)).toEqual([100]);
  alice.write("new.txt", "");
  expect(await alicesIn(main)).toEqual([90, "10 Not everything in its worktree is committed"]);
});

test("a landing branch that moved on costs a little, and more where it changed the same files", async () => {
  const main = newRepository(files);
  const alice = main.worktree("alice");
  alice.write("a.txt", lines({ 3: "alice" }));
  alice.commit();
  main.write("b.txt", "other\n");
  main.commit();
  expect(await alicesIn(main)).toEqual([95, "5 main has a commit not yet in it"]);
  main.write("a.txt", lines({ 17: "main" }));
  main.commit();
  expect(await alicesIn(main)).toEqual([
    65,
    "30 main has changed a.txt too since this work began; git merges it cleanly",
    "5 main has 2 commits not yet in it",
  ]);
  main.write("a.txt", lines({ 3: "main" }));
  main.commit();
  expect(await alicesIn(main)).toEqual([
    65,
    "30 main has changed a.txt too since this work began; git cannot merge it",
    "5 main has 3 commits not yet in it",
  ]);
  alice.git("rebase", "-q", "-X", "theirs", "main");
  expect(await alicesIn(main)).toEqual([100]);
});

test("files that both moved, deleted or added count; what both did alike does not", async () => {
  const main = newRepository(files);
  const alice = main.worktree("alice");
  alice.git("mv", "docs/c.txt", "docs/d.txt");
  alice.write("same.txt", "same\n");
  alice.write("new.txt", "alice\n");
  alice.remove("b.txt");
  alice.commit();
  main.write("same.txt", "same\n");
  main.commit();
  expect(await alicesIn(main)).toEqual([95, "5 main has a commit not yet in it"]);
  main.write("docs/c.txt", lines({ 1: "c", 9: "main" }));
  main.write("new.txt", "main\n");
  main.write("b.txt", "main\n");
  main.commit();
  const [, overlap] = await alicesIn(main);
  expect(overlap).toBe("30 main has changed b.txt and 2 more too since this work began; git cannot merge it");
});

test("status gives the same numbers, without asking git more, and leaves out what is no branch or has nothing to land", async () => {
  const main = newRepository(files);
  const [alice, bob, carol] = [main.worktree("alice"), main.worktree("bob"), main.worktree("carol")];
  main.worktree("idle");
  alice.write("a.txt", lines({ 3: "alice" }));
  bob.write("a.txt", lines({ 17: "bob" }));
  bob.commit();
  carol.git("checkout", "-q", "--detach");
  carol.write("b.txt", "carol\n");
  main.write("docs/c.txt", "main\n");
  main.commit();
  const { branches, order } = await readinessIn(main);
  expect(branches.map(({ branch, score }) => ({ branch, score }))).toEqual([
    { branch: "alice", score: 45 },
    { branch: "bob", score: 65 },
    { branch: null, score: 65 },
  ]);
  expect(order.map(({ agent }) => agent)).toEqual(["carol", "bob", "alice"]);
  expect((await readStatus(await open(main))).readiness).toEqual([
    { branch: "alice", score: 45 },
    { branch: "bob", score: 65 },
  ]);
});

test("a branch on a branch waits for it, and lands after it", async () => {
  const main = newRepository(files);
  const alice = main.worktree("alice");
  alice.write("a.txt", lines({ 3: "alice" }));
  alice.commit();
  alice.worktree("bob").write("b.txt", "bob\n");
  const { branches, order } = await readinessIn(main);
  expect(order).toMatchObject([{ branch: "alice" }, { branch: "bob" }]);
  const [, bob] = branches;
  // Nothing of its own is committed yet: it only stands where alice stands.
  expect(bob && pointsOf(bob)).toEqual([90, "10 Not everything in its worktree is committed"]);
});

test("nobody works on a branch that is unknown; an agent's name does for one without a branch", async () => {
  const main = newRepository(files);
  const alice = main.worktree("alice");
  alice.git("checkout", "-q", "--detach");
  alice.write("a.txt", "alice\n");
  await expect(readinessIn(main, "nobody")).rejects.toMatchObject({ code: "usage", hint: "One of: main" });
  expect((await readinessIn(main, "alice")).branches).toMatchObject([{ branch: null, agent: "alice" }]);
});

test("failing tests are shown until the agent moves on from the commit they were reported of", async () => {
  const main = newRepository(files);
  const alice = main.worktree("alice");
  alice.write("a.txt", "alice\n");
  const commit = alice.commit();
  const nerve = await open(alice);
  const { view, self } = await enter(nerve);
  if (!self) throw new Error("alice is nobody");
  const report = { type: "test_failure_reported", summary: "cart.test.ts fails", files: [], to: [], body: JSON.stringify({ commit }) };
  await publish(nerve, view, self, report);
  const notes = async () => (await readinessIn(main, "alice")).branches.map((branch) => branch.notes);
  expect(await notes()).toEqual([["alice reported failing tests: cart.test.ts fails"]]);
  alice.write("a.txt", "fixed\n");
  alice.commit();
  expect(await notes()).toEqual([[]]);
});

test("tests are found through imports in what is in the worktree, and not looked for unless that is wanted", async () => {
  const main = newRepository({
    "src/sum.ts": "export const sum = (a: number, b: number) => a + b;\n",
    "src/index.ts": 'export * from "./sum";\n',
    "test/sum.test.ts": 'import { sum } from "../src";\nsum(1, 2);\n',
    "test/other.test.ts": "1;\n",
    "lib/price.rb": "def price() 1 end\n",
  });
  const alice = main.worktree("alice");
  alice.write("src/sum.ts", "export const sum = (a: number, b: number) => b + a;\n");
  alice.write("test/new.test.ts", 'import { sum } from "../src/sum";\n');
  main.worktree("bob").write("lib/price.rb", "def price() 2 end\n");
  const nerve = await open(main);
  const { view } = await enter(nerve);
  const testsFor = async (tests: boolean) => (await readReadiness(nerve, view, { tests })).branches.map((branch) => branch.tests);
  expect(await testsFor(false)).toEqual([null, null]);
  expect(await testsFor(true)).toEqual([["test/new.test.ts", "test/sum.test.ts"], []]);
  const [, bob] = (await readReadiness(nerve, view)).branches;
  expect(bob?.notAssessed).toEqual(["tests: what .rb files import is not read"]);
});
