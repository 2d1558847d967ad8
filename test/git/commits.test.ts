import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type CommitRange, readCommits, type StoredCommit } from "../../src/git/commits.ts";
import { openRepository } from "../../src/git/repository.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";

const read = async ({ dir }: TestRepository, tip: string, range: Partial<CommitRange> = {}) => {
  const slices: StoredCommit[][] = [];
  const all = { tip, after: null, order: "oldest first", ...range } as const;
  for await (const slice of readCommits(await openRepository(dir), all)) slices.push(slice);
  return slices;
};

/** `count` commits in a row, made in one go; ids oldest first. */
const chainOf = (repository: TestRepository, count: number) => {
  const commits = Array.from(
    { length: count },
    (_, i) => `commit refs/heads/chain\ncommitter Test <test@example.com> ${1_700_000_000 + i} +0000\ndata <<END\ncommit ${i}\nEND\n\n`,
  );
  execFileSync("git", ["fast-import", "--quiet"], { cwd: repository.dir, input: commits.join("") });
  return repository.git("rev-list", "--reverse", "chain").split("\n");
};

test("ten thousand commits come oldest first, in slices, with their bytes", async () => {
  const repository = newRepository({});
  const oids = chainOf(repository, 10_000);
  const slices = await read(repository, "refs/heads/chain");
  expect(slices.flat().map(({ oid }) => oid)).toEqual(oids);
  expect(Math.max(...slices.map((slice) => slice.length))).toBeLessThanOrEqual(256);
  expect(slices.flat().at(-1)?.bytes.toString("utf8")).toMatch(/^tree [\s\S]*\n\ncommit 9999\n$/);
});

test("only what comes after a commit is read", async () => {
  const repository = newRepository({});
  const oids = chainOf(repository, 300);
  const [tip = ""] = oids.slice(-1);
  const later = await read(repository, tip, { after: oids[10] ?? null });
  expect(later.flat().map(({ oid }) => oid)).toEqual(oids.slice(11));
  expect(await read(repository, tip, { after: tip })).toEqual([]);
});

test("a part is read from the tip on, newest first", async () => {
  const repository = newRepository({});
  const oids = chainOf(repository, 20).reverse();
  const part = await read(repository, "chain", { order: "newest first", skip: 3, limit: 5 });
  expect(part.flat().map(({ oid }) => oid)).toEqual(oids.slice(3, 8));
});

test("of a merge only the first parent is followed", async () => {
  const repository = newRepository();
  const [first] = [repository.git("rev-parse", "HEAD")];
  repository.git("switch", "-q", "-c", "side");
  repository.commit("side");
  repository.git("switch", "-q", "main");
  const second = repository.commit("main");
  repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
  const merge = repository.git("rev-parse", "HEAD");
  expect((await read(repository, merge)).flat().map(({ oid }) => oid)).toEqual([first, second, merge]);
});

test("a reader that stops early leaves no process behind", async () => {
  const repository = newRepository({});
  chainOf(repository, 2000);
  const range = { tip: "refs/heads/chain", after: null, order: "oldest first" } as const;
  let slices = 0;
  for await (const _ of readCommits(await openRepository(repository.dir), range)) {
    slices++;
    break;
  }
  expect(slices).toBe(1);
  await expect.poll(ownChildren).not.toContain("git");
});

/** Names of the processes that this one started and that still run. */
const ownChildren = () =>
  execFileSync("ps", ["-A", "-o", "ppid=,comm="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/ +/))
    .filter(([parent]) => Number(parent) === process.pid)
    .map(([, name]) => name);

test("a tip that is not there is said", async () => {
  const repository = newRepository();
  await expect(read(repository, "ab".repeat(20))).rejects.toMatchObject({ name: "NerveError", code: "environment" });
  expect((await read(repository, "HEAD")).flat()).toHaveLength(1);
});

for (const [what, damage] of [
  ["missing", (file: string) => fs.rmSync(file)],
  ["truncated", (file: string) => fs.truncateSync(file, 15)],
] as const) {
  test(`a ${what} commit in the middle is said, never skipped`, async () => {
    const repository = newRepository();
    const middle = repository.commit("middle");
    repository.commit("last");
    expect((await read(repository, "HEAD")).flat()).toHaveLength(3);
    const file = path.join(repository.dir, ".git/objects", middle.slice(0, 2), middle.slice(2));
    fs.chmodSync(file, 0o644);
    damage(file);
    await expect(read(repository, "HEAD")).rejects.toMatchObject({ name: "NerveError", code: "environment" });
  });
}
