import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { rotatePrivateStore } from "../../src/git/private-store.ts";
import { Trees } from "../../src/git/trees.ts";
import { SnapshotKeeper } from "../../src/worktree/snapshot-keeper.ts";
import { takeSnapshot } from "../../src/worktree/take-snapshot.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";
import { contentOf, gitFilesOf, worktreeOf } from "./support.ts";

/** A keeper that has taken its first snapshot, and how to compare it with a pass over everything. */
const keep = async (test: TestRepository) => {
  const { repository, worktree } = await worktreeOf(test);
  const trees = new Trees(repository);
  const keeper = new SnapshotKeeper(repository, worktree, trees);
  onTestFinished(() => Promise.all([keeper.close(), trees.close()]).then(() => {}));
  await keeper.take(null);
  const same = async (...paths: string[]) => {
    const kept = await keeper.take(paths);
    expect(kept).toEqual(await takeSnapshot(repository, worktree));
    return contentOf(test, kept);
  };
  return { keeper, same, repository };
};

describe.each(["sha1", "sha256"])("in a %s repository, without looking at everything", (format) => {
  test("edits, new files, deletions, renames and modes are followed; ignored files are not", async () => {
    const main = newRepository({ "a.txt": "a", "dir/b.txt": "b", "gone.txt": "g", ".gitignore": "*.log\n" }, `--object-format=${format}`);
    const { keeper, same } = await keep(main);
    main.write("a.txt", "A");
    main.write("dir/c.txt", "c");
    main.write("dir/c.log", "noise");
    main.remove("gone.txt");
    fs.renameSync(path.join(main.dir, "dir/b.txt"), path.join(main.dir, "dir/moved.txt"));
    fs.chmodSync(path.join(main.dir, "dir/moved.txt"), 0o755);
    expect(await same("a.txt", "dir/c.txt", "dir/c.log", "gone.txt", "dir/b.txt", "dir/moved.txt")).toEqual({
      ".gitignore": "100644:*.log\n",
      "a.txt": "100644:A",
      "dir/c.txt": "100644:c",
      "dir/moved.txt": "100755:b",
    });
    expect(keeper.fullPasses).toBe(1);
  });
});

test("nothing the user owns in .git moves", async () => {
  const main = newRepository({ "a.txt": "a" });
  const { keeper, same } = await keep(main);
  main.write("a.txt", "A");
  main.write("b.txt", "b");
  const before = gitFilesOf(main);
  await same("a.txt", "b.txt");
  expect(gitFilesOf(main)).toEqual(before);
  expect(keeper.fullPasses).toBe(1);
});

test("a name that could be a pattern is a name", async () => {
  const main = newRepository({ ".gitignore": "*.log\n" });
  const { keeper, same } = await keep(main);
  const names = [":(top)x", ":x.log", "*", "[a].txt", "-rf", " x ", "back\\slash", "#x", "!x"];
  for (const name of names) main.write(name, name);
  expect(Object.keys(await same(...names))).toHaveLength(names.length);
  expect(keeper.fullPasses).toBe(1);
});

test("filters apply", async () => {
  const main = newRepository({ ".gitattributes": "*.up filter=lower\n" });
  main.git("config", "filter.lower.clean", "tr A-Z a-z");
  const { keeper, same } = await keep(main);
  main.write("x.up", "SHOUT");
  expect(await same("x.up")).toMatchObject({ "x.up": "100644:shout" });
  expect(keeper.fullPasses).toBe(1);
});

test("a deleted tracked file that a rule ignores is in it again when it comes back", async () => {
  const main = newRepository({ ".gitignore": "*.gen\n" });
  main.write("kept.gen", "1");
  main.git("add", "-f", "kept.gen");
  main.git("commit", "-q", "-m", "kept");
  const { keeper, same } = await keep(main);
  main.remove("kept.gen");
  expect(await same("kept.gen")).not.toHaveProperty(["kept.gen"]);
  main.write("kept.gen", "2");
  expect(await same("kept.gen")).toMatchObject({ "kept.gen": "100644:2" });
  expect(keeper.fullPasses).toBe(1);
});

describe("looks at everything when", () => {
  const cases: [name: string, act: (main: TestRepository) => string[]][] = [
    ["nothing is known but that something moved in a folder", (main) => (main.write("new/deep/a.txt", "a"), ["new"])],
    ["a rule file moved", (main) => (main.write(".gitignore", "b.txt\n"), main.write("b.txt", "b"), [".gitignore"])],
    ["the clone's own rules moved", (main) => (main.write(".git/info/exclude", "b.txt\n"), main.write("b.txt", "b"), ["b.txt"])],
    ["configuration moved", (main) => (main.git("config", "core.autocrlf", "input"), main.write("a.txt", "1\r\n"), ["a.txt"])],
    ["the index moved", (main) => (main.write("x.log", "x"), main.git("add", "-f", "x.log"), [])],
    ["a symlink is involved", (main) => (fs.symlinkSync("a.txt", path.join(main.dir, "link")), ["link"])],
    ["a folder became a symlink", (main) => (main.remove("dir"), fs.symlinkSync(".", path.join(main.dir, "dir")), ["dir/b.txt", "dir"])],
    ["a name is not one line", (main) => (main.write("new\nline", "a"), ["new\nline"])],
    ["a file became a folder", (main) => (main.remove("a.txt"), main.write("a.txt/inner", "a"), ["a.txt"])],
    ["lines end in a way that git may turn around", (main) => (main.write("a.txt", "1\r\n"), ["a.txt"])],
    ["a repository appears around the file", (main) => (main.git("init", "-q", "new"), main.write("new/a.txt", "a"), ["new/a.txt"])],
    ["hundreds of files move", (main) => Array.from({ length: 300 }, (_, i) => (main.write(`f${i}`, "x"), `f${i}`))],
  ];
  test.each(cases)("%s", async (_, act) => {
    const main = newRepository({ "a.txt": "a", "dir/b.txt": "b", ".gitignore": "*.log\n" });
    const { keeper, same } = await keep(main);
    await same(...act(main));
    expect(keeper.fullPasses).toBe(2);
  });

  test("the private store was thrown away", async () => {
    const main = newRepository({ "a.txt": "a" });
    main.write("b.txt", "b");
    const { keeper, same, repository } = await keep(main);
    await rotatePrivateStore(repository, { objects: 0, kibibytes: 0 });
    main.write("a.txt", "A");
    expect(await same("a.txt")).toEqual({ "a.txt": "100644:A", "b.txt": "100644:b" });
    expect(keeper.fullPasses).toBe(2);
  });

  test.each(["--assume-unchanged", "--skip-worktree"])("some path is marked %s", async (flag) => {
    const main = newRepository({ "a.txt": "a", "b.txt": "b" });
    main.git("update-index", flag, "b.txt");
    const { keeper, same } = await keep(main);
    main.write("a.txt", "A");
    await same("a.txt");
    expect(keeper.fullPasses).toBe(2);
  });
});

test("after a pause everything is looked at", async () => {
  const main = newRepository({ "a.txt": "a" });
  const { keeper, same } = await keep(main);
  main.write(".git/MERGE_HEAD", `${main.git("rev-parse", "HEAD")}\n`);
  main.write("a.txt", "half merged");
  expect(await keeper.take(["a.txt"])).toEqual({ kind: "paused", reason: "merge in progress" });
  main.remove(".git/MERGE_HEAD");
  main.write("b.txt", "b");
  expect(await same()).toEqual({ "a.txt": "100644:half merged", "b.txt": "100644:b" });
});

test("when its worktree goes, it says so", async () => {
  const main = newRepository();
  const side = main.worktree("side");
  const { keeper } = await keep(side);
  fs.rmSync(side.dir, { recursive: true });
  expect(await keeper.take(["README.md"])).toEqual({ kind: "vanished" });
});

const file = fc.constantFrom("a.txt", "b.txt", "dir/a.txt", "dir/b.txt", "dir/sub/c.txt", "x.log", "keep.log", "dir/.gitignore", "ünï");
const step = fc.oneof(
  fc.record({ do: fc.constant("write" as const), file, text: fc.constantFrom("1", "22", "lf\n", "crlf\r\n", "*.txt\n") }),
  fc.record({ do: fc.constant("remove" as const), file }),
  fc.record({ do: fc.constant("rename" as const), file, to: file }),
  fc.record({ do: fc.constant("chmod" as const), file }),
  fc.record({ do: fc.constant("stage" as const) }),
);

const perform = (main: TestRepository, act: typeof step extends fc.Arbitrary<infer Step> ? Step : never): string[] => {
  if (act.do === "stage") {
    main.git("add", "-A");
    return [];
  }
  const there = fs.existsSync(path.join(main.dir, act.file));
  if (act.do === "write") {
    main.write(act.file, act.text);
    // As the watcher tells it: a folder is told when it is made.
    return [act.file];
  }
  if (!there) return [];
  if (act.do === "remove") main.remove(act.file);
  if (act.do === "chmod") fs.chmodSync(path.join(main.dir, act.file), 0o755);
  if (act.do !== "rename") return [act.file];
  fs.mkdirSync(path.dirname(path.join(main.dir, act.to)), { recursive: true });
  fs.renameSync(path.join(main.dir, act.file), path.join(main.dir, act.to));
  return [act.file, act.to];
};

test("whatever is done to the files, the kept snapshot is the one that a pass over everything takes", async () => {
  let kept = 0;
  let anew = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), async (batches) => {
      const main = newRepository({ "a.txt": "a", "dir/a.txt": "da", "keep.log": "tracked", ".gitignore": "*.log\n!keep.log\n" });
      const { keeper, same } = await keep(main);
      for (const batch of batches) await same(...batch.flatMap((act) => perform(main, act)));
      kept += batches.length;
      anew += keeper.fullPasses - 1;
      await keeper.close();
    }),
    { numRuns: 12 },
  );
  expect(anew).toBeLessThan(kept);
}, 60_000);
