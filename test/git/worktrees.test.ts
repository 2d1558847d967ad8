import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { gitText } from "../../src/git/exec.ts";
import { openRepository } from "../../src/git/repository.ts";
import { inWorktree, readPlace, readWorktrees } from "../../src/git/worktrees.ts";
import { newRepository, repositoryAt, type TestRepository, temporaryFolder } from "../support/repository.ts";

const worktreesOf = async (repository: TestRepository) => readWorktrees(await openRepository(repository.dir));
const only = async (repository: TestRepository) => (await worktreesOf(repository))[0];

test("the main worktree and linked ones, with head and branch", async () => {
  const main = newRepository();
  const feature = main.worktree("side folder", "feature/x");
  const head = main.git("rev-parse", "HEAD");
  const gitDir = path.join(main.dir, ".git");
  const common = { head, locked: false, vanished: false, copied: false, operation: null };
  const expected = [
    { ...common, id: "main", path: main.dir, gitDir, branch: "main" },
    { ...common, id: "side-folder", path: feature.dir, gitDir: path.join(gitDir, "worktrees", "side-folder"), branch: "feature/x" },
  ];
  expect(await worktreesOf(main)).toEqual(expected);
  expect(await worktreesOf(feature)).toEqual(expected);
});

test("before the first commit there is no head, but a branch", async () => {
  expect(await only(newRepository({}))).toMatchObject({ head: null, branch: "main" });
});

test("a detached HEAD is on no branch", async () => {
  const main = newRepository();
  main.git("checkout", "-q", "--detach");
  expect(await only(main)).toMatchObject({ head: main.git("rev-parse", "HEAD"), branch: null });
});

test("a bare repository is no worktree; those linked to it are", async () => {
  const origin = newRepository();
  const bare = path.join(temporaryFolder(), "bare.git");
  origin.git("clone", "-q", "--bare", origin.dir, bare);
  const linked = repositoryAt(bare).worktree("work");
  expect(await worktreesOf(repositoryAt(bare))).toMatchObject([{ id: "work", path: linked.dir, vanished: false }]);
  expect(await worktreesOf(linked)).toHaveLength(1);
});

test("a SHA-256 repository has longer heads", async () => {
  expect((await only(newRepository({ a: "a" }, "--object-format=sha256")))?.head).toHaveLength(64);
});

test.each(["new\nline", "tab\there", "  spaces  ", "ünïcode", 'quo"te'])(
  "a worktree in a folder named %j is found under its id",
  async (name) => {
    const main = newRepository();
    const place = path.join(path.dirname(main.dir), name);
    main.git("worktree", "add", "-q", "-b", "b", place);
    expect((await worktreesOf(main))[1]).toMatchObject({ path: place, branch: "b", vanished: false, copied: false });
  },
);

test("a path that is not UTF-8 is listed, and counts as vanished", async () => {
  const main = newRepository();
  const bytes = Buffer.concat([Buffer.from(`${path.dirname(main.dir)}/caf`), Buffer.from([0xe9])]);
  main.worktree("plain");
  const id = path.join(main.dir, ".git/worktrees/plain");
  fs.renameSync(path.join(path.dirname(main.dir), "plain"), bytes);
  fs.writeFileSync(path.join(id, "gitdir"), Buffer.concat([bytes, Buffer.from("/.git\n")]));
  expect((await worktreesOf(main))[1]).toMatchObject({ id: "plain", branch: "plain", vanished: true });
});

test("a deleted folder has vanished, a locked one is still there", async () => {
  const main = newRepository();
  fs.rmSync(main.worktree("gone").dir, { recursive: true });
  main.git("worktree", "lock", main.worktree("kept").dir);
  const [, gone, kept] = await worktreesOf(main);
  expect(gone).toMatchObject({ id: "gone", vanished: true, locked: false });
  expect(kept).toMatchObject({ id: "kept", vanished: false, locked: true });
});

test("a moved worktree keeps its id", async () => {
  const main = newRepository();
  const before = main.worktree("first");
  const after = path.join(path.dirname(main.dir), "second");
  main.git("worktree", "move", before.dir, after);
  expect((await worktreesOf(main))[1]).toMatchObject({ id: "first", path: after, vanished: false });
});

test("a copied clone lists the worktrees of the original, and they are not ours", async () => {
  const main = newRepository();
  main.worktree("side");
  const copy = path.join(temporaryFolder(), "copy");
  fs.cpSync(main.dir, copy, { recursive: true });
  const [own, foreign] = await worktreesOf(repositoryAt(copy));
  expect(own).toMatchObject({ id: "main", path: copy, copied: false });
  expect(foreign).toMatchObject({ id: "side", copied: true, vanished: false });
  expect((await worktreesOf(main))[1]).toMatchObject({ copied: false });
});

test("a worktree whose pointer is relative is ours", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  fs.writeFileSync(path.join(side.dir, ".git"), "gitdir: ../repo/.git/worktrees/side\n");
  fs.writeFileSync(path.join(main.dir, ".git/worktrees/side/gitdir"), `${side.dir}/.git\n`);
  expect((await worktreesOf(main))[1]).toMatchObject({ id: "side", vanished: false, copied: false });
});

test("the main worktree of a submodule is its folder, not its git directory", async () => {
  const library = newRepository({ "lib.txt": "1" });
  const main = newRepository();
  main.git("submodule", "--quiet", "add", library.dir, "lib");
  const lib = repositoryAt(path.join(main.dir, "lib"));
  expect(await only(lib)).toMatchObject({ id: "main", path: lib.dir, vanished: false });
});

describe("operations in progress", () => {
  const forked = (): TestRepository => {
    const main = newRepository({ "a.txt": "base\n" });
    main.git("checkout", "-q", "-b", "other");
    main.write("a.txt", "theirs\n");
    main.commit();
    main.git("checkout", "-q", "main");
    main.write("a.txt", "ours\n");
    main.commit();
    return main;
  };

  test.each([
    ["merge", ["merge", "other"]],
    ["rebase", ["rebase", "other"]],
    ["rebase", ["rebase", "--apply", "other"]],
    ["cherry-pick", ["cherry-pick", "other"]],
    ["revert", ["revert", "--no-edit", "HEAD~1"]],
  ] as const)("%s, by git %j", async (operation, command) => {
    const main = forked();
    if (operation === "revert") main.write("a.txt", "again\n");
    if (operation === "revert") main.commit();
    expect(await only(main)).toMatchObject({ operation: null });
    expect(() => main.git(...command)).toThrow();
    expect(await only(main)).toMatchObject({ operation });
  });

  test("am", async () => {
    const main = forked();
    const patch = path.join(temporaryFolder(), "patch");
    fs.writeFileSync(patch, `${main.git("format-patch", "-1", "--stdout", "other")}\n`);
    expect(() => main.git("am", patch)).toThrow();
    expect(await only(main)).toMatchObject({ operation: "am" });
  });

  test("bisect", async () => {
    const main = forked();
    main.git("bisect", "start");
    expect(await only(main)).toMatchObject({ operation: "bisect" });
  });

  test("in one worktree says nothing about another", async () => {
    const main = forked();
    main.worktree("side");
    expect(() => main.git("merge", "other")).toThrow();
    expect((await worktreesOf(main)).map(({ operation }) => operation)).toEqual(["merge", null]);
  });
});

test("git that runs in a worktree does not stray into the repository around it", async () => {
  const main = newRepository();
  const inner = path.join(main.dir, ".claude/worktrees/inner");
  main.git("worktree", "add", "-q", "-b", "inner", inner);
  const worktree = (await worktreesOf(main))[1];
  if (!worktree) throw new Error("the inner worktree is not listed");
  fs.rmSync(path.join(inner, ".git"));
  expect(await gitText(["symbolic-ref", "HEAD"], inWorktree(worktree))).toBe("refs/heads/inner");
  expect(await readPlace(worktree)).toBe("vanished");
});
