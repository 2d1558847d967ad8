import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { takeSnapshot } from "../../src/worktree/take-snapshot.ts";
import { newRepository, repositoryAt, type TestRepository, temporaryFolder } from "../support/repository.ts";
import { contentOf, gitFilesOf, snapshotOf, worktreeOf } from "./support.ts";

const content = async (repository: TestRepository) => contentOf(repository, await snapshotOf(repository));
const notAssessed = async (repository: TestRepository) => {
  const snapshot = await snapshotOf(repository);
  return snapshot.kind === "stable" ? snapshot.notAssessed : snapshot;
};

describe.each(["sha1", "sha256"])("in a %s repository", (format) => {
  const repository = () => newRepository({ "a.txt": "a", "dir/b.txt": "b", ".gitignore": "*.log\n" }, `--object-format=${format}`);

  test("an untouched worktree is its commit's tree", async () => {
    const main = repository();
    expect(await snapshotOf(main)).toEqual({ kind: "stable", tree: main.git("rev-parse", "HEAD^{tree}"), notAssessed: [] });
  });

  test("edits, new files, deletions and staged work are in it; ignored files are not", async () => {
    const main = repository();
    main.write("a.txt", "A");
    main.remove("dir/b.txt");
    main.write("new/c.txt", "c");
    main.write("staged.txt", "s");
    main.git("add", "staged.txt");
    main.write("debug.log", "noise");
    expect(await content(main)).toEqual({
      ".gitignore": "100644:*.log\n",
      "a.txt": "100644:A",
      "new/c.txt": "100644:c",
      "staged.txt": "100644:s",
    });
  });
});

test("before the first commit, all files are in it", async () => {
  const main = newRepository({});
  expect(await content(main)).toEqual({});
  main.write("a.txt", "a");
  expect(await content(main)).toEqual({ "a.txt": "100644:a" });
});

test("without an index, the files that are there are in it", async () => {
  const main = newRepository({ "a.txt": "a", "b.txt": "b" });
  main.remove(".git/index");
  main.remove("b.txt");
  expect(await content(main)).toEqual({ "a.txt": "100644:a" });
  expect(fs.existsSync(path.join(main.dir, ".git/index"))).toBe(false);
});

test("modes, symlinks and changes of type", async () => {
  const main = newRepository({ "run.sh": "#!", "plain.txt": "p", "link-to-be": "x", "dir/inside": "y" });
  fs.chmodSync(path.join(main.dir, "run.sh"), 0o755);
  main.remove("link-to-be");
  fs.symlinkSync("plain.txt", path.join(main.dir, "link-to-be"));
  fs.symlinkSync("nowhere", path.join(main.dir, "dangling"));
  main.remove("dir");
  fs.symlinkSync(".", path.join(main.dir, "dir"));
  expect(await content(main)).toEqual({
    "run.sh": "100755:#!",
    "plain.txt": "100644:p",
    "link-to-be": "120000:plain.txt",
    dangling: "120000:nowhere",
    dir: "120000:.",
  });
});

test("a file that became a folder and a folder that became a file", async () => {
  const main = newRepository({ a: "file", "b/inner": "1" });
  main.remove("a");
  main.write("a/inner", "now a folder");
  main.remove("b");
  main.write("b", "now a file");
  expect(await content(main)).toEqual({ "a/inner": "100644:now a folder", b: "100644:now a file" });
});

test("files within the same tick as the index are compared by content", async () => {
  const main = newRepository({ "a.txt": "one" });
  for (const text of ["two", "tri", "fou"]) {
    main.write("a.txt", text);
    expect(await content(main)).toEqual({ "a.txt": `100644:${text}` });
    main.git("add", "a.txt");
  }
});

test("worktrees and repositories inside the worktree are not part of it", async () => {
  const main = newRepository();
  main.git("worktree", "add", "-q", "-b", "x", path.join(main.dir, ".claude/worktrees/x"));
  main.git("init", "-q", path.join(main.dir, "vendored"));
  main.write("vendored/file.txt", "theirs");
  main.write("vendored/deep/file.txt", "theirs");
  expect(await content(main)).toEqual({ "README.md": "100644:# Sample\n" });
  const inner = repositoryAt(path.join(main.dir, ".claude/worktrees/x"));
  inner.write("new.txt", "mine");
  expect(await content(inner)).toMatchObject({ "new.txt": "100644:mine" });
});

test("the folder of a worktree that was pruned is not part of the one around it", async () => {
  const main = newRepository();
  main.git("worktree", "add", "-q", "-b", "x", path.join(main.dir, ".claude/worktrees/x"));
  fs.rmSync(path.join(main.dir, ".git/worktrees"), { recursive: true });
  main.write("mine.txt", "mine");
  expect(await content(main)).toEqual({ "README.md": "100644:# Sample\n", "mine.txt": "100644:mine" });
});

test("a submodule is the commit it is at, whatever is dirty in it", async () => {
  const library = newRepository({ "lib.txt": "1" });
  const main = newRepository();
  main.git("submodule", "--quiet", "add", library.dir, "lib");
  main.commit();
  const lib = repositoryAt(path.join(main.dir, "lib"));
  lib.write("lib.txt", "dirty");
  expect((await content(main))["lib"]).toBe(`160000:${lib.git("rev-parse", "HEAD")}`);
  const moved = lib.commit();
  expect((await content(main))["lib"]).toBe(`160000:${moved}`);
});

test("what a sparse checkout leaves out stays in the snapshot", async () => {
  const main = newRepository({ "in/a.txt": "a", "out/b.txt": "b" });
  main.git("sparse-checkout", "set", "in");
  expect(fs.existsSync(path.join(main.dir, "out"))).toBe(false);
  main.write("in/a.txt", "A");
  expect(await content(main)).toEqual({ "in/a.txt": "100644:A", "out/b.txt": "100644:b" });
});

test("a sparse index is read like any other", async () => {
  const main = newRepository({ "in/a.txt": "a", "out/b.txt": "b" });
  main.git("sparse-checkout", "set", "--cone", "--sparse-index", "in");
  main.write("in/new.txt", "n");
  expect(Object.keys(await content(main))).toEqual(["in/a.txt", "in/new.txt", "out/b.txt"]);
});

test("what the user promised not to change counts as unchanged", async () => {
  const main = newRepository({ "local.conf": "shared" });
  main.git("update-index", "--assume-unchanged", "local.conf");
  main.write("local.conf", "mine alone");
  expect(await content(main)).toEqual({ "local.conf": "100644:shared" });
});

test("a file that is only intended to be added is in it", async () => {
  const main = newRepository({ "a.txt": "a" });
  main.write("b.txt", "b");
  main.git("add", "-N", "b.txt");
  expect(await content(main)).toEqual({ "a.txt": "100644:a", "b.txt": "100644:b" });
});

test("unmerged paths are what stands in the worktree", async () => {
  const main = newRepository({ "a.txt": "base\n", "b.txt": "base\n" });
  main.write("a.txt", "stashed\n");
  main.write("b.txt", "stashed\n");
  main.git("stash");
  main.write("a.txt", "committed\n");
  main.write("b.txt", "committed\n");
  main.commit();
  expect(() => main.git("stash", "pop")).toThrow();
  main.write("a.txt", "being resolved\n");
  main.remove("b.txt");
  expect(await content(main)).toEqual({ "a.txt": "100644:being resolved\n" });
});

test("tracked files are in it even where a rule ignores them", async () => {
  const main = newRepository({ ".gitignore": "dist/\n" });
  main.write("dist/out.js", "1");
  main.git("add", "-f", "dist/out.js");
  main.write("dist/out.js", "2");
  main.write("dist/other.js", "3");
  expect(await content(main)).toEqual({ ".gitignore": "100644:dist/\n", "dist/out.js": "100644:2" });
});

test("hostile names are names", async () => {
  const main = newRepository({});
  const names = ["new\nline", 'quo"te', "back\\slash", " space ", "-rf", "ta\tb", ":(top)x", "*.txt", "ünï\u{1f600}"];
  for (const name of names) main.write(name, name);
  expect(await content(main)).toEqual(Object.fromEntries(names.map((name) => [name, `100644:${name}`])));
});

test("a name that is not UTF-8 is told, not lost", async () => {
  const main = newRepository({ "a.txt": "a" });
  fs.writeFileSync(Buffer.concat([Buffer.from(`${main.dir}/caf`), Buffer.from([0xe9])]), "x");
  expect(await notAssessed(main)).toEqual([{ path: "caf\u{fffd}", reason: "its name is not UTF-8" }]);
  expect(await content(main)).toEqual({ "a.txt": "100644:a" });
});

test("an untracked file above 32 MiB is told, not read", async () => {
  const main = newRepository({ "a.txt": "a" });
  main.write("core.dump", "");
  fs.truncateSync(path.join(main.dir, "core.dump"), 33 * 1024 * 1024);
  expect(await notAssessed(main)).toEqual([{ path: "core.dump", reason: "33 MiB is more than 32 MiB" }]);
  expect(await content(main)).toEqual({ "a.txt": "100644:a" });
});

test("pipes and sockets are no content", async () => {
  const main = newRepository({ "a.txt": "a" });
  execFileSync("mkfifo", [path.join(main.dir, "pipe")]);
  expect(await snapshotOf(main)).toMatchObject({ kind: "stable", notAssessed: [] });
});

test("a file that git cannot take in does not keep the others out", async () => {
  const main = newRepository({ ".gitattributes": "*.bad filter=broken\n" });
  main.git("config", "filter.broken.clean", "false");
  main.git("config", "filter.broken.required", "true");
  for (const name of ["a.txt", "b.bad", "c.txt", "d.bad", "e.txt"]) main.write(name, name);
  expect((await notAssessed(main)) as object[]).toMatchObject([{ path: "b.bad" }, { path: "d.bad" }]);
  expect(Object.keys(await content(main))).toEqual([".gitattributes", "a.txt", "c.txt", "e.txt"]);
});

test("filters apply as they do on commit", async () => {
  const main = newRepository({ ".gitattributes": "*.up filter=lower\n*.crlf text\n" });
  main.git("config", "filter.lower.clean", "tr A-Z a-z");
  main.git("config", "core.safecrlf", "true");
  main.write("x.up", "SHOUT");
  main.write("y.crlf", "one\r\ntwo\n");
  expect(await content(main)).toMatchObject({ "x.up": "100644:shout", "y.crlf": "100644:one\ntwo\n" });
});

test.each([
  [],
  [["core.splitIndex", "true"]],
  [["core.untrackedCache", "true"]],
  [["core.fsmonitor", "/bin/false"]],
  [
    ["core.safecrlf", "true"],
    ["core.autocrlf", "input"],
  ],
])("with %j, everything the user owns in .git is as it was", async (...settings) => {
  const main = newRepository({ "a.txt": "a", "b.txt": "b" });
  for (const setting of settings as string[][]) main.git("config", ...setting);
  main.git("update-index", "--force-write-index");
  main.write("a.txt", "A\r\n");
  main.write("new.txt", "new");
  const before = gitFilesOf(main);
  expect(Object.keys(await content(main))).toEqual(["a.txt", "b.txt", "new.txt"]);
  expect(gitFilesOf(main)).toEqual(before);
});

test("a lock that somebody holds on the index is in nobody's way", async () => {
  const main = newRepository({ "a.txt": "a" });
  main.write(".git/index.lock", "");
  main.write("a.txt", "A");
  expect(await content(main)).toEqual({ "a.txt": "100644:A" });
});

test("nothing is left beside the snapshot's objects", async () => {
  const main = newRepository();
  main.write("a.txt", "A");
  await snapshotOf(main);
  expect(fs.readdirSync(path.join(main.dir, ".git/nerveplane/worktrees/main"))).toEqual([]);
});

test("a store that was deleted is made again", async () => {
  const main = newRepository();
  main.write("a.txt", "A");
  const first = await snapshotOf(main);
  fs.rmSync(path.join(main.dir, ".git/nerveplane"), { recursive: true });
  expect(await snapshotOf(main)).toEqual(first);
  expect(contentOf(main, first)).toMatchObject({ "a.txt": "100644:A" });
});

test("a worktree of a bare repository", async () => {
  const bare = path.join(temporaryFolder(), "bare.git");
  const origin = newRepository({ "a.txt": "a" });
  origin.git("clone", "-q", "--bare", origin.dir, bare);
  const work = repositoryAt(bare).worktree("work");
  work.write("b.txt", "b");
  expect(await content(work)).toEqual({ "a.txt": "100644:a", "b.txt": "100644:b" });
});

test("while a rebase waits, the worktree is not looked at", async () => {
  const main = newRepository({ "a.txt": "base" });
  main.git("checkout", "-q", "-b", "other");
  main.write("a.txt", "theirs");
  main.commit();
  main.git("checkout", "-q", "main");
  main.write("a.txt", "ours");
  main.commit();
  expect(() => main.git("rebase", "other")).toThrow();
  expect(await snapshotOf(main)).toEqual({ kind: "paused", reason: "rebase in progress" });
  main.git("rebase", "--abort");
  expect(await content(main)).toEqual({ "a.txt": "100644:ours" });
});

test("a worktree whose folder is gone has vanished", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  const { repository, worktree } = await worktreeOf(side);
  expect(await takeSnapshot(repository, worktree)).toMatchObject({ kind: "stable" });
  fs.rmSync(side.dir, { recursive: true });
  expect(await takeSnapshot(repository, worktree)).toEqual({ kind: "vanished" });
});

test("a folder that is now another clone is not looked at", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  const { repository, worktree } = await worktreeOf(side);
  fs.rmSync(side.dir, { recursive: true });
  main.git("clone", "-q", main.dir, side.dir);
  expect(await takeSnapshot(repository, worktree)).toEqual({ kind: "vanished" });
});

test("a worktree that cannot be read is unstable, and says why", async () => {
  const main = newRepository({ "a.txt": "a" });
  const { repository, worktree } = await worktreeOf(main);
  main.write(".git/index", "this is no index, but long enough to be looked at as one");
  expect(await takeSnapshot(repository, worktree)).toMatchObject({ kind: "unstable", reason: expect.stringContaining("git ") });
});

test("a file that never holds still is told; the rest is seen", async () => {
  const main = newRepository({ ".gitattributes": "busy.txt filter=busy\n" });
  main.write("a.txt", "A");
  main.write("busy.txt", "line\n");
  // Reading it makes it longer.
  main.git("config", "filter.busy.clean", "cat; echo line >> busy.txt");
  const snapshot = await snapshotOf(main);
  expect(Object.keys(contentOf(main, snapshot))).toEqual([".gitattributes", "a.txt"]);
  expect(snapshot).toMatchObject({ notAssessed: [{ path: "busy.txt", reason: "it kept changing while it was being read" }] });
});

test("passes of several processes at once do not disturb each other", async () => {
  const main = newRepository({ "a.txt": "a" });
  main.write("a.txt", "A");
  const repository = await openRepository(main.dir);
  const { worktree } = await worktreeOf(main);
  const snapshots = await Promise.all(Array.from({ length: 6 }, () => takeSnapshot(repository, worktree)));
  expect(new Set(snapshots.map((snapshot) => JSON.stringify(snapshot))).size).toBe(1);
  expect(snapshots[0]).toMatchObject({ kind: "stable" });
});
