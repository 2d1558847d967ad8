import fs from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Trees } from "../../src/git/trees.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import { readChangeSet } from "../../src/worktree/change-set.ts";
import { takeSnapshot } from "../../src/worktree/take-snapshot.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";
import { worktreeOf } from "./support.ts";

/** The change set of the worktree against `base`. */
const changesOf = async (test: TestRepository, base: string | null): Promise<ChangeSet> => {
  const { repository, worktree } = await worktreeOf(test);
  const snapshot = await takeSnapshot(repository, worktree);
  if (snapshot.kind !== "stable") throw new Error(snapshot.kind);
  const trees = new Trees(repository);
  onTestFinished(() => trees.close());
  const span = { base, head: worktree.head, snapshot: snapshot.tree, notAssessed: snapshot.notAssessed };
  return readChangeSet(repository, trees, span);
};

const packagesOf = ({ changes }: ChangeSet) => Object.fromEntries(changes.map((change) => [change.path, change.package]));

describe.each(["sha1", "sha256"])("in a %s repository", (format) => {
  test("committed and uncommitted work, with modes and blobs of both sides", async () => {
    const files = { "edit.txt": "1", "gone.txt": "gone", "old.txt": "a file with enough in it\nto be recognised\n" };
    const main = newRepository(files, `--object-format=${format}`);
    const base = main.git("rev-parse", "HEAD");
    const blob = (file: string) => main.git("rev-parse", `HEAD:${file}`);
    const [edit, gone, old] = [blob("edit.txt"), blob("gone.txt"), blob("old.txt")];
    main.write("edit.txt", "2");
    const head = main.commit();
    main.remove("gone.txt");
    fs.renameSync(path.join(main.dir, "old.txt"), path.join(main.dir, "renamed.txt"));
    fs.symlinkSync("edit.txt", path.join(main.dir, "link"));
    const set = await changesOf(main, base);
    expect(set).toMatchObject({ base, head, commits: [head], notAssessed: [] });
    const file = "100644";
    expect(set.changes).toEqual([
      { path: "edit.txt", status: "modified", oldMode: file, newMode: file, oldBlob: edit, newBlob: blob("edit.txt"), package: null },
      { path: "gone.txt", status: "deleted", oldMode: file, newMode: null, oldBlob: gone, newBlob: null, package: null },
      { path: "link", status: "added", oldMode: null, newMode: "120000", oldBlob: null, newBlob: expect.any(String), package: null },
      {
        path: "renamed.txt",
        oldPath: "old.txt",
        status: "renamed",
        oldMode: file,
        newMode: file,
        oldBlob: old,
        newBlob: old,
        package: null,
      },
    ]);
  });

  test("before the first commit, everything is new", async () => {
    const main = newRepository({}, `--object-format=${format}`);
    main.write("a.txt", "a");
    const set = await changesOf(main, null);
    expect(set).toMatchObject({ base: null, head: null, commits: [], changes: [{ path: "a.txt", status: "added" }] });
  });
});

test("the package of a path is the folder of the nearest manifest, as the snapshot has them", async () => {
  const main = newRepository({
    "package.json": "{}",
    "apps/web/package.json": "{}",
    "apps/web/src/a.ts": "1",
    "apps/api/go.mod": "module api",
    "apps/api/x.go": "1",
    "apps/dot/Dot.csproj": "<Project/>",
    "apps/dot/a.cs": "1",
    "docs/a.md": "1",
    "gone/package.json": "{}",
    "gone/a.ts": "nothing like it anywhere\n",
  });
  const base = main.git("rev-parse", "HEAD");
  for (const file of ["apps/web/src/a.ts", "apps/api/x.go", "apps/dot/a.cs", "docs/a.md"]) main.write(file, "2");
  main.remove("gone");
  main.write("new/pyproject.toml", "");
  main.write("new/deep/a.py", "1");
  expect(packagesOf(await changesOf(main, base))).toEqual({
    "apps/web/src/a.ts": "apps/web",
    "apps/api/x.go": "apps/api",
    "apps/dot/a.cs": "apps/dot",
    "docs/a.md": "",
    "gone/package.json": "",
    "gone/a.ts": "",
    "new/pyproject.toml": "new",
    "new/deep/a.py": "new",
  });
});

test("without a manifest above, a path is in no package", async () => {
  const main = newRepository({ "pkg/package.json": "{}" });
  const base = main.git("rev-parse", "HEAD");
  main.write("other/a.ts", "1");
  expect(packagesOf(await changesOf(main, base))).toEqual({ "other/a.ts": null });
});

test("hostile names are read as they are", async () => {
  const main = newRepository();
  const base = main.git("rev-parse", "HEAD");
  const names = ["\tR100", "new\nline", ":100644 x", 'quo"te', " ", "ünï", "dir\n/a"];
  for (const name of names) main.write(name, name);
  expect((await changesOf(main, base)).changes.map((change) => change.path).sort()).toEqual([...names].sort());
});

test("a committed name that is not UTF-8 is told and no change", async () => {
  const main = newRepository();
  const base = main.git("rev-parse", "HEAD");
  fs.writeFileSync(Buffer.concat([Buffer.from(`${main.dir}/caf`), Buffer.from([0xe9])]), "x");
  main.write("a.txt", "a");
  main.commit();
  const { changes, notAssessed } = await changesOf(main, base);
  expect(changes.map((change) => change.path)).toEqual(["a.txt"]);
  expect(notAssessed).toEqual([{ path: "caf\u{fffd}", reason: "its name is not UTF-8" }]);
});

test("the latest 200 commits are listed", async () => {
  const main = newRepository();
  const base = main.git("rev-parse", "HEAD");
  const tree = main.git("rev-parse", "HEAD^{tree}");
  let tip = base;
  for (let i = 0; i < 205; i++) tip = main.git("commit-tree", tree, "-p", tip, "-m", `${i}`);
  main.git("reset", "-q", "--soft", tip);
  const { commits } = await changesOf(main, base);
  expect(commits).toHaveLength(200);
  expect(commits[0]).toBe(tip);
});

test("of a change set too large to be anybody's work, a part is compared and the rest told", async () => {
  const main = newRepository();
  const base = main.git("rev-parse", "HEAD");
  fs.mkdirSync(path.join(main.dir, "many"));
  for (let i = 0; i < 5_001; i++) fs.writeFileSync(path.join(main.dir, "many", `${i}`), "");
  const { changes, notAssessed } = await changesOf(main, base);
  expect(changes).toHaveLength(5_000);
  expect(notAssessed).toMatchObject([{ path: "", reason: expect.stringContaining("5001 paths changed") }]);
});
