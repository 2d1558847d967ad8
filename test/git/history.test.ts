import { expect, test } from "vitest";
import { readPast } from "../../src/git/history.ts";
import { readPullTips } from "../../src/git/pull-tips.ts";
import { openRepository } from "../../src/git/repository.ts";
import { requireSince } from "../../src/git/since.ts";
import { readTouching } from "../../src/git/touching.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";
import { committedAt } from "../support/past.ts";

const second = (hours: number) => Date.UTC(2024, 0, 1, hours) / 1000;
const head = (repo: TestRepository) => repo.git("rev-parse", "HEAD");

test("commits are read newest first with their parents, times and messages", async () => {
  const repo = newRepository({});
  const first = committedAt(repo, 1, { "a.txt": "1" }, "One\n\nwith a body");
  const last = committedAt(repo, 2, { "a.txt": "2" }, "Two");
  const past = await readPast(await openRepository(repo.dir), { tips: [last], most: 10 });
  expect(past).toMatchObject([
    {
      id: last,
      parents: [first],
      at: second(2),
      title: "Two",
      about: "Two",
      author: "Test",
      tree: repo.git("rev-parse", "HEAD^{tree}"),
    },
    { id: first, parents: [], at: second(1), title: "One", about: "One" },
  ]);
});

test("a range ends where it is told to: at a commit, at a time, after so many", async () => {
  const repo = newRepository({});
  const [one = ""] = [1, 2, 3].map((hour) => committedAt(repo, hour, { "a.txt": String(hour) }, `${hour}`));
  const repository = await openRepository(repo.dir);
  const titles = async (range: object) =>
    (await readPast(repository, { tips: [head(repo)], most: 10, ...range })).map(({ title }) => title);
  expect(await titles({})).toEqual(["3", "2", "1"]);
  expect(await titles({ not: [one] })).toEqual(["3", "2"]);
  expect(await titles({ since: second(3) })).toEqual(["3"]);
  expect(await titles({ most: 1 })).toEqual(["3"]);
  expect(await titles({ tips: [] })).toEqual([]);
});

test("a pull request's merge is about what its message says below, and reverts say what they revert", async () => {
  const repo = newRepository();
  const reverted = head(repo);
  const say = (message: string) => repo.git("commit", "-q", "--allow-empty", "-m", message);
  say("Merge pull request #7 from sam/fix\n\nRound totals");
  say(`Revert "init"\n\nThis reverts commit ${reverted}.`);
  say('Revert "Round totals" (#9)\n\nReverts acme/shop#7');
  const past = await readPast(await openRepository(repo.dir), { tips: [head(repo)], most: 3 });
  expect(past.map(({ about, reverts }) => [about, reverts])).toEqual([
    ['Revert "Round totals" (#9)', { commits: [], pullRequests: [7] }],
    ['Revert "init"', { commits: [reverted], pullRequests: [] }],
    ["Round totals", { commits: [], pullRequests: [] }],
  ]);
});

test("since when: a revision, else a date, else a mistake", async () => {
  const repo = newRepository();
  repo.git("tag", "-a", "-m", "first", "v1");
  const repository = await openRepository(repo.dir);
  expect(await requireSince(repository, "v1")).toEqual({ commit: head(repo) });
  expect(await requireSince(repository, "2024-01-01 00:00:00 +0000")).toEqual({ time: second(0) });
  expect(await requireSince(repository, "2024-01-01")).toEqual({ time: second(0) });
  for (const words of ["nonsense", "HEAD:README.md", "--all"]) {
    await expect(requireSince(repository, words)).rejects.toMatchObject({
      code: "usage",
      message: `${words} is neither a revision nor a time in the past`,
    });
  }
});

test("branches of pull requests are found under the names that forges and people give them", async () => {
  const repo = newRepository();
  const names = ["refs/pull/1/head", "refs/remotes/origin/pr/2", "refs/merge-requests/3/head", "refs/remotes/upstream/pull/4/head"];
  for (const name of [...names, "refs/pull/5/merge", "refs/heads/pr-6", "refs/heads/feature/7"]) repo.git("update-ref", name, "HEAD");
  const tips = await readPullTips(await openRepository(repo.dir));
  expect([...tips].sort()).toEqual([1, 2, 3, 4].map((number) => [number, head(repo)]));
});

test("commits that touched a file are told by side, oldest first, without merges and what both have", async () => {
  const repo = newRepository({});
  committedAt(repo, 1, { "a.txt": "base", "b.txt": "base" });
  repo.git("branch", "other");
  const mine = [committedAt(repo, 5, { "a.txt": "5" }), committedAt(repo, 6, { "a.txt": "6" })];
  committedAt(repo, 7, { "b.txt": "7" });
  repo.git("switch", "-q", "other");
  const theirs = committedAt(repo, 4, { "a.txt": "4" });
  const touching = await readTouching(await openRepository(repo.dir), ["main", "other"], ["a.txt"]);
  expect(touching).toEqual({
    ours: mine.map((id, place) => ({ id, at: second(5 + place) })),
    theirs: [{ id: theirs, at: second(4) }],
  });
});
