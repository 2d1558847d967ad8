import { describe, expect, test } from "vitest";
import { type LandingConfig, readLanding } from "../../src/worktree/landing.ts";
import { newRepository, repositoryAt, type TestRepository, temporaryFolder } from "../support/repository.ts";
import { worktreeOf } from "./support.ts";

const landingOf = async (test: TestRepository, config: Partial<LandingConfig> = {}) => {
  const { repository, worktree } = await worktreeOf(test);
  return readLanding(repository, worktree, { base: null, defaultBranch: null, ...config });
};

const head = (test: TestRepository): string => test.git("rev-parse", "HEAD");

/** A clone of a repository with one commit on main. */
const cloned = (...options: string[]): TestRepository => {
  const origin = newRepository();
  origin.write("second.txt", "2");
  origin.commit("second");
  const dir = `${temporaryFolder()}/clone`;
  origin.git("clone", "-q", ...options, `file://${origin.dir}`, dir);
  return repositoryAt(dir);
};

const commitOn = (test: TestRepository, branch: string): TestRepository => {
  test.git("checkout", "-q", "-B", branch);
  test.write(`${branch.replaceAll("/", "-")}.txt`, branch);
  test.commit(branch);
  return test;
};

test("a feature branch lands on the default branch of its origin", async () => {
  const clone = cloned();
  const base = head(clone);
  expect(await landingOf(commitOn(clone, "feature"))).toEqual({ branch: "origin/main", base, reason: null });
});

describe("the upstream of a branch", () => {
  test("is where it lands when it is another branch", async () => {
    const clone = cloned();
    commitOn(clone, "next");
    const base = head(clone);
    commitOn(clone, "feature").git("branch", "--set-upstream-to", "next");
    expect(await landingOf(clone)).toEqual({ branch: "next", base, reason: null });
  });

  test("is passed over when it is the same branch's copy on a remote", async () => {
    const clone = cloned();
    const base = head(clone);
    commitOn(clone, "feature").git("push", "-q", "-u", "origin", "feature");
    expect(await landingOf(clone)).toEqual({ branch: "origin/main", base, reason: null });
  });

  test("is where the default branch lands, copy or not", async () => {
    const clone = cloned();
    const base = head(clone);
    expect(await landingOf(commitOn(clone, "main"))).toEqual({ branch: "origin/main", base, reason: null });
  });

  test("counts although it ends in the branch's name", async () => {
    const clone = cloned();
    commitOn(clone, "team/feature");
    const base = head(clone);
    commitOn(clone, "feature").git("branch", "--set-upstream-to", "team/feature");
    expect(await landingOf(clone)).toEqual({ branch: "team/feature", base, reason: null });
  });

  test("that is gone does not count", async () => {
    const clone = cloned();
    const base = head(clone);
    commitOn(clone, "next");
    commitOn(clone, "feature").git("branch", "--set-upstream-to", "next");
    clone.git("branch", "-D", "next");
    expect(await landingOf(clone)).toEqual({ branch: "origin/main", base, reason: null });
  });
});

test("without a remote, main is where work lands", async () => {
  const main = newRepository();
  const base = head(main);
  expect(await landingOf(commitOn(main, "feature"))).toEqual({ branch: "main", base, reason: null });
});

test("a branch that git was told to begin with counts like main", async () => {
  const main = newRepository();
  main.git("branch", "-m", "main", "trunk");
  const base = head(main);
  commitOn(main, "feature");
  expect(await landingOf(main, { defaultBranch: "trunk" })).toEqual({ branch: "trunk", base, reason: null });
  expect(await landingOf(main)).toMatchObject({ branch: null, base: head(main), reason: expect.stringContaining("nerve.base") });
});

test("what the user configured comes first; what is no commit is told", async () => {
  const main = newRepository();
  commitOn(main, "release");
  const base = head(main);
  commitOn(main, "feature");
  expect(await landingOf(main, { base: "release" })).toEqual({ branch: "release", base, reason: null });
  expect(await landingOf(main, { base: "no-such" })).toMatchObject({ base: head(main), reason: expect.stringContaining("no-such") });
  expect(await landingOf(main, { base: "--all" })).toMatchObject({ base: head(main), reason: expect.stringContaining("--all") });
});

test("a detached HEAD lands like any other work", async () => {
  const main = newRepository();
  const base = head(main);
  commitOn(main, "feature").git("checkout", "-q", "--detach");
  main.git("branch", "-D", "feature");
  expect(await landingOf(main)).toEqual({ branch: "main", base, reason: null });
});

test("before the first commit there is no base", async () => {
  expect(await landingOf(newRepository({}))).toEqual({ branch: null, base: null, reason: null });
});

test("histories that share nothing are told, and only uncommitted work is compared", async () => {
  const main = newRepository();
  main.git("checkout", "-q", "--orphan", "other");
  main.commit("other");
  expect(await landingOf(main)).toMatchObject({
    branch: "main",
    base: head(main),
    reason: expect.stringContaining("no common commit with main"),
  });
});

test("a clone too shallow to hold the common commit is told", async () => {
  const clone = cloned("--depth=1");
  commitOn(clone, "feature");
  expect(await landingOf(clone)).toMatchObject({ branch: "origin/main", reason: null });
  clone.git("checkout", "-q", "--orphan", "grafted");
  clone.commit("grafted");
  expect(await landingOf(clone)).toMatchObject({
    branch: "origin/main",
    base: head(clone),
    reason: expect.stringContaining("in this clone"),
  });
});

test("a branch whose name begins like main is not main", async () => {
  const main = newRepository();
  main.git("branch", "-m", "main", "main/sub");
  expect(await landingOf(commitOn(main, "feature"))).toMatchObject({ branch: null });
});
