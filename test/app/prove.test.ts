import fs from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { prove } from "../../src/app/prove/prove.ts";
import { openRepository } from "../../src/git/repository.ts";
import { committedAt, mergedAt } from "../support/past.ts";
import { newRepository, repositoryAt, temporaryFolder, type TestRepository } from "../support/repository.ts";
import { numbered } from "../support/sides.ts";

const proof = async (repo: TestRepository, request: Partial<Parameters<typeof prove>[1]> = {}) =>
  prove(await openRepository(repo.dir), { max: 200, ...request });

const text = (lines: Record<number, string> = {}) => ({ "a.txt": numbered(40, lines) });

/** On main and on `branch`, made at hour 1, one edit of a.txt each, at hours 10 and 20; then main is checked out. */
const parted = (mine: Record<number, string>, theirs: Record<number, string>): TestRepository => {
  const repo = newRepository({});
  committedAt(repo, 1, text());
  repo.git("switch", "-q", "-c", "branch");
  committedAt(repo, 20, text(theirs));
  repo.git("switch", "-q", "main");
  committedAt(repo, 10, text(mine));
  return repo;
};

/** Enough time for nothing to follow. */
const muchLater = (repo: TestRepository) => committedAt(repo, 500, { "later.txt": "later" });

test("a merge that git could not do is confirmed, and dated to when both sides had committed what clashes", async () => {
  const repo = parted({ 5: "mine" }, { 5: "theirs" });
  const [ours, theirs] = [repo.git("rev-parse", "main"), repo.git("rev-parse", "branch")];
  committedAt(repo, 30, text({ 5: "mine again" }));
  const merge = mergedAt(repo, 68, "branch", text({ 5: "both" }));
  expect(await proof(repo)).toMatchObject({
    scope: { merges: 1, compared: 1, conflicted: 1 },
    landings: [
      {
        commit: merge,
        how: "merge",
        outcome: { conflicted: true, resolved: [{ path: "a.txt", took: "neither" }], repaired: [] },
        warnings: [{ kind: "merge_conflict", verdict: "confirmed", earliest: { ours, theirs, secondsBefore: 48 * 3600 } }],
      },
    ],
    losses: [],
    kinds: [{ kind: "merge_conflict", severity: "high", warned: 1, confirmed: 1, noise: 0 }],
    lead: { warnings: 1, medianSeconds: 48 * 3600 },
  });
});

test("a clean merge after which nothing happened makes the warning noise; while it is young, nothing is said", async () => {
  const repo = parted({ 5: "mine" }, { 30: "theirs" });
  mergedAt(repo, 68, "branch");
  const verdicts = async () => (await proof(repo)).landings.map(({ warnings }) => warnings.map(({ kind, verdict }) => [kind, verdict]));
  expect(await verdicts()).toEqual([[["same_file", "not_assessed"]]]);
  muchLater(repo);
  expect(await verdicts()).toEqual([[["same_file", "noise"]]]);
});

test("what was changed in the merge though git merges it confirms a warning, and is a loss where none was given", async () => {
  const repo = parted({ 5: "mine" }, { 30: "theirs" });
  committedAt(repo, 30, { "b.txt": "only mine\n" });
  const merge = mergedAt(repo, 68, "branch", { ...text({ 5: "mine", 20: "glue", 30: "theirs" }), "b.txt": "only mine, mended\n" });
  expect(await proof(repo)).toMatchObject({
    landings: [{ outcome: { conflicted: false, repaired: ["a.txt", "b.txt"] }, warnings: [{ kind: "same_file", verdict: "confirmed" }] }],
    losses: [{ commit: merge, kind: "repaired", files: ["b.txt"], by: null, quietly: [] }],
  });
});

test("a commit right after that blames the merge confirms a warning", async () => {
  const repo = parted({ 5: "mine of many words" }, { 30: "theirs of many words" });
  mergedAt(repo, 68, "branch");
  const fix = committedAt(repo, 69, text({ 5: "mine of many words", 30: "what both need, now" }), "Repair what broke after the merge");
  muchLater(repo);
  expect(await proof(repo)).toMatchObject({ landings: [{ warnings: [{ kind: "same_file", verdict: "confirmed", by: fix }] }] });
});

test("a reverted merge leaves its warnings open", async () => {
  const repo = parted({ 5: "mine" }, { 30: "theirs" });
  const merge = mergedAt(repo, 68, "branch");
  const revert = committedAt(
    repo,
    90,
    text({ 5: "mine" }),
    `Revert "Merge branch 'branch'"\n\nThis reverts commit ${merge}, reversing\nchanges`,
  );
  muchLater(repo);
  expect(await proof(repo)).toMatchObject({ landings: [{ reverted: revert, warnings: [{ verdict: "not_assessed", by: revert }] }] });
});

test("a merge that kept one side whole tells nothing about the other", async () => {
  const repo = parted({ 5: "mine" }, { 30: "theirs" });
  mergedAt(repo, 68, "branch", text({ 5: "mine" }));
  muchLater(repo);
  expect(await proof(repo)).toMatchObject({
    landings: [{ outcome: { keptOneSide: true, repaired: [] }, warnings: [{ verdict: "not_assessed" }] }],
    losses: [],
  });
});

test("a squashed pull request is compared when its branch is here, merges into that branch included", async () => {
  const repo = parted({ 5: "mine" }, { 5: "theirs" });
  repo.git("switch", "-q", "branch");
  const merge = mergedAt(repo, 40, "main", text({ 5: "both" }), "Merge main into branch");
  repo.git("update-ref", "refs/remotes/origin/pr/7", "HEAD");
  repo.git("switch", "-q", "main");
  committedAt(repo, 50, { "b.txt": "meanwhile" });
  const squash = committedAt(repo, 60, text({ 5: "both" }), "feat: theirs (#7)");
  expect((await proof(repo)).scope).toMatchObject({ merges: 1, squashed: 1, compared: 2, conflicted: 1, branchUnknown: 0 });
  expect((await proof(repo)).landings).toMatchObject([
    { commit: squash, how: "squash", pullRequest: 7, outcome: { conflicted: false, repaired: [] } },
    { commit: merge, how: "merge", outcome: { conflicted: true } },
  ]);
  repo.git("update-ref", "-d", "refs/remotes/origin/pr/7");
  repo.git("branch", "-D", "branch");
  expect((await proof(repo)).scope).toMatchObject({ merges: 0, squashed: 0, branchUnknown: 1, from: null });
});

test("work that landed as one commit is dated by its branch", async () => {
  const repo = newRepository({});
  committedAt(repo, 1, text());
  repo.git("switch", "-q", "-c", "first");
  const early = committedAt(repo, 10, text({ 5: "first" }));
  repo.git("update-ref", "refs/pull/7/head", "HEAD");
  repo.git("switch", "-q", "-c", "second", "main");
  const theirs = committedAt(repo, 12, text({ 5: "second" }));
  repo.git("switch", "-q", "main");
  committedAt(repo, 40, { "b.txt": "meanwhile" });
  committedAt(repo, 50, text({ 5: "first" }), "First (#7)");
  mergedAt(repo, 60, "second", text({ 5: "both" }));
  const { landings } = await proof(repo);
  expect(landings[0]).toMatchObject({ warnings: [{ earliest: { ours: early, theirs, secondsBefore: 48 * 3600 } }] });
});

test("what cannot be compared is counted, each by its reason", async () => {
  const repo = newRepository({});
  committedAt(repo, 1, text());
  for (const name of ["one", "two", "three"]) {
    repo.git("switch", "-q", "-c", name, "main");
    committedAt(repo, 2, { [`${name}.txt`]: name });
  }
  repo.git("switch", "-q", "--orphan", "stranger");
  committedAt(repo, 3, { "s.txt": "s" });
  repo.git("switch", "-q", "main");
  mergedAt(repo, 5, "one");
  repo.git("merge", "-q", "-m", "octopus", "two", "three");
  repo.git("merge", "-q", "--allow-unrelated-histories", "-m", "subtree", "stranger");
  expect((await proof(repo)).scope).toMatchObject({ merges: 2, compared: 0, upToDate: 1, unrelated: 1, octopus: 1 });
});

test("that a clone is shallow is said, for its merges may not be what they were", async () => {
  const repo = parted({ 5: "mine" }, { 30: "theirs" });
  mergedAt(repo, 68, "branch");
  const clone = repositoryAt(path.join(temporaryFolder(), "clone"));
  repo.git("clone", "-q", "--depth", "2", `file://${repo.dir}`, clone.dir);
  expect((await proof(clone)).scope).toMatchObject({ shallow: true, merges: 1, unrelated: 1 });
  expect((await proof(repo)).scope).toMatchObject({ shallow: false, merges: 1, unrelated: 0 });
});

test("a range and a number limit what is gone through", async () => {
  const repo = parted({ 5: "mine" }, { 30: "theirs" });
  mergedAt(repo, 68, "branch");
  repo.git("tag", "v1");
  repo.git("switch", "-q", "-c", "next");
  committedAt(repo, 100, { "n.txt": "n" });
  repo.git("switch", "-q", "main");
  committedAt(repo, 101, { "m.txt": "m" });
  const second = mergedAt(repo, 102, "next");
  const commits = async (request: object) => (await proof(repo, request)).landings.map(({ commit }) => commit);
  expect(await commits({})).toHaveLength(2);
  for (const request of [{ since: "v1" }, { since: "2024-01-05" }, { max: 1 }]) expect(await commits(request)).toEqual([second]);
  expect((await proof(repo, { max: 1 })).scope.older).toBe(true);
  await expect(proof(repo, { since: "nonsense" })).rejects.toMatchObject({ code: "usage" });
  await expect(proof(newRepository({}))).rejects.toMatchObject({ code: "usage" });
});

test("nothing is written to the repository, and nothing is left behind, also when it is stopped in the middle", async () => {
  vi.stubEnv("TMPDIR", temporaryFolder());
  const repo = parted({ 5: "mine" }, { 5: "theirs" });
  mergedAt(repo, 68, "branch", text({ 5: "both" }));
  const before = fs.readdirSync(repo.dir, { recursive: true }).sort();
  await proof(repo);
  const end = new AbortController();
  await expect(proof(repo, { signal: end.signal, progress: () => end.abort("SIGINT") })).rejects.toBe("SIGINT");
  expect(fs.readdirSync(repo.dir, { recursive: true }).sort()).toEqual(before);
  expect(fs.readdirSync(process.env["TMPDIR"] ?? "").filter((name) => name.startsWith("git-nerve-"))).toEqual([]);
  vi.unstubAllEnvs();
});
