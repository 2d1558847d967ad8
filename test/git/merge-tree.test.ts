import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { mergeAnswers } from "../../src/git/merge-answers.ts";
import { predictMerges } from "../../src/git/merge-tree.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { wrapTrees } from "../../src/git/wrap-tree.ts";
import { newRepository, type TestRepository, temporaryFolder } from "../support/repository.ts";
import { numbered, snapshotOf } from "../support/sides.ts";

type Work = (side: TestRepository) => void;

/** Commits `ours` and `theirs` on two branches from `files`, and merges them in thought. */
const merged = async (files: Record<string, string>, ours: Work, theirs: Work, ...initOptions: string[]) => {
  const repo = newRepository(files, ...initOptions);
  const commits = ([ours, theirs] as const).map((work, side) => {
    repo.git("switch", "-q", "-c", `side${side}`, "main");
    work(repo);
    return repo.commit();
  });
  const repository = await openRepository(repo.dir);
  const [a = "", b = ""] = commits;
  const [outcome] = await predictMerges(repository, [[a, b]]);
  return { outcome, repo, repository, commits: [a, b] as const };
};

const text = { "a.txt": numbered(20) };
const replaceLine =
  (line: number, with_: string): Work =>
  (side) =>
    side.write("a.txt", numbered(20, { [line]: with_ }));

const collisions: readonly [name: string, files: Record<string, string>, ours: Work, theirs: Work, kind: string, paths: string[]][] = [
  ["the same line", text, replaceLine(5, "ours"), replaceLine(5, "theirs"), "content", ["a.txt"]],
  ["two files added at one path", text, (s) => s.write("n", "1\n"), (s) => s.write("n", "2\n"), "add/add", ["n"]],
  ["an edit and a deletion", text, replaceLine(5, "x"), (s) => s.remove("a.txt"), "modify/delete", ["a.txt"]],
  ["two moves of one file", text, (s) => s.git("mv", "a.txt", "b"), (s) => s.git("mv", "a.txt", "c"), "rename/rename", ["a.txt", "b", "c"]],
  ["a move and a deletion", text, (s) => s.git("mv", "a.txt", "b"), (s) => s.remove("a.txt"), "rename/delete", ["b", "a.txt"]],
  ["a file and a folder", text, (s) => s.write("x", "file\n"), (s) => s.write("x/y", "folder\n"), "file/directory", ["x"]],
  [
    "a file added to a folder that moves",
    { "d/one": numbered(20), "d/two": numbered(30) },
    (s) => s.git("mv", "d", "e"),
    (s) => s.write("d/three", "3\n"),
    "directory rename",
    ["e/three", "d/three"],
  ],
  ["two links", text, (s) => link(s, "l", "ours"), (s) => link(s, "l", "theirs"), "add/add", ["l"]],
  ["a file and a link", text, (s) => s.write("l", "file\n"), (s) => link(s, "l", "theirs"), "distinct types", ["l"]],
];

const link = (side: TestRepository, name: string, target: string): void => fs.symlinkSync(target, path.join(side.dir, name));

test.each(collisions)("%s cannot be merged", async (_name, files, ours, theirs, kind, paths) => {
  const { outcome } = await merged(files, ours, theirs);
  expect(outcome).toMatchObject({ kind: "predicted", clean: false, conflicts: [{ kind, paths }] });
});

test("edits far apart merge cleanly, into the tree that git itself would make", async () => {
  const { outcome, repo } = await merged(text, replaceLine(2, "ours"), replaceLine(18, "theirs"));
  repo.git("merge", "-q", "-m", "merge", "side0");
  expect(outcome).toEqual({ kind: "predicted", clean: true, tree: repo.git("rev-parse", "HEAD^{tree}"), conflicts: [], stages: [] });
});

test("two binary files are told apart from two texts", async () => {
  const { outcome } = await merged(
    { bin: "a\0b" },
    (s) => s.write("bin", "a\0ours"),
    (s) => s.write("bin", "a\0theirs"),
  );
  expect(outcome).toMatchObject({ conflicts: [{ kind: "binary", type: "CONFLICT (binary)" }, { kind: "content" }] });
});

test("two new commits of one submodule cannot be merged", async () => {
  const pin =
    (digit: string): Work =>
    (side) =>
      side.git("update-index", "--add", "--cacheinfo", `160000,${digit.repeat(40)},lib`);
  const repo = newRepository();
  pin("1")(repo);
  repo.git("commit", "-qm", "pin");
  const commits = ["2", "3"].map((digit) => {
    repo.git("switch", "-q", "-c", `to${digit}`, "main");
    pin(digit)(repo);
    repo.git("commit", "-qm", "move");
    return repo.git("rev-parse", "HEAD");
  });
  const [a = "", b = ""] = commits;
  const outcomes = await predictMerges(await openRepository(repo.dir), [
    [a, b],
    [a, a],
  ]);
  expect(outcomes).toMatchObject([
    { clean: false, conflicts: [{ kind: "submodule" }, { kind: "submodule", paths: ["lib"] }] },
    { clean: true },
  ]);
});

test("stages say what both sides and the base have at a path", async () => {
  const { outcome, repo } = await merged(text, replaceLine(5, "x"), (s) => s.remove("a.txt"));
  const entry = (rev: string) => ({ mode: "100644", blob: repo.git("rev-parse", `${rev}:a.txt`) });
  expect(outcome).toMatchObject({ stages: [{ path: "a.txt", base: entry("main"), ours: entry("side0"), theirs: null }] });
});

test("the sentence names no commit", async () => {
  const { outcome, commits } = await merged(text, (s) => s.remove("a.txt"), replaceLine(5, "x"));
  const said = JSON.stringify(outcome);
  expect(said).toContain("a.txt deleted in one side and modified in the other side");
  for (const commit of commits) expect(said).not.toContain(commit);
});

test("paths with line feeds, quotes, tabs, emoji, a leading dash and 200 letters come through as they are", async () => {
  const hostile = ["new\nline", 'quo"te', "tab\there", "🦀", "-dash", "x".repeat(200), "a\\b", " space ", "~tilde", "CONFLICT (contents)"];
  const all =
    (content: string): Work =>
    (side) => {
      for (const name of hostile) side.write(name, content);
    };
  const { outcome } = await merged(text, all("ours\n"), all("theirs\n"));
  if (outcome?.kind !== "predicted") throw new Error("no prediction");
  expect(outcome.conflicts.map(({ paths }) => paths[0]).sort()).toEqual([...hostile].sort());
  expect(new Set(outcome.conflicts.map(({ kind }) => kind))).toEqual(new Set(["add/add"]));
});

test("a pair that git refuses does not keep it from the pairs around it", async () => {
  const { repo, repository, commits } = await merged(text, replaceLine(5, "ours"), replaceLine(5, "theirs"));
  repo.git("switch", "-q", "--orphan", "stranger");
  const stranger = repo.commit();
  const missing = "1".repeat(40);
  const outcomes = await predictMerges(repository, [
    [commits[0], commits[0]],
    [commits[0], stranger],
    commits,
    [missing, commits[0]],
    commits,
  ]);
  expect(outcomes).toMatchObject([
    { clean: true },
    { kind: "not_assessed", reason: expect.stringContaining("unrelated histories") },
    { clean: false, conflicts: [{ kind: "content" }] },
    { kind: "not_assessed", reason: expect.stringContaining("not something we can merge") },
    { clean: false, conflicts: [{ kind: "content" }] },
  ]);
});

test("git 2.38, which merges one pair a process, gives the same answers", async () => {
  const { repository, commits } = await merged(text, replaceLine(5, "ours"), replaceLine(5, "theirs"));
  const older: Repository = { ...repository, gitVersion: [2, 38] };
  const pairs = [commits, [commits[0], commits[0]], [commits[0], "1".repeat(40)]] as const;
  expect(await predictMerges(older, pairs)).toEqual(await predictMerges(repository, pairs));
});

test("a merge driver of the user is not run, and its files are merged as text", async () => {
  const ran = path.join(temporaryFolder(), "ran");
  const { repo, repository, commits } = await merged(
    { ...text, ".gitattributes": "a.txt merge=odd=name\n" },
    replaceLine(2, "ours"),
    replaceLine(18, "theirs"),
  );
  repo.git("config", "merge.odd=name.driver", `touch ${ran}; false`);
  expect(await predictMerges(repository, [commits])).toMatchObject([{ clean: true }]);
  expect(fs.existsSync(ran)).toBe(false);
  expect(() => repo.git("merge", "-m", "merge", "side0")).toThrow();
  expect(fs.existsSync(ran)).toBe(true);
});

test("merge=union of .gitattributes counts, as it does in the user's own merge", async () => {
  const files = { ...text, ".gitattributes": "a.txt merge=union\n" };
  expect((await merged(files, replaceLine(5, "ours"), replaceLine(5, "theirs"))).outcome).toMatchObject({ clean: true });
});

test("a SHA-256 repository is merged like any other", async () => {
  const { outcome } = await merged(text, replaceLine(5, "ours"), replaceLine(5, "theirs"), "--object-format=sha256");
  expect(outcome).toMatchObject({ tree: expect.stringMatching(/^[0-9a-f]{64}$/), conflicts: [{ kind: "content" }] });
});

test("nothing is written outside of the object directory that the environment names", async () => {
  const { repo, repository, commits } = await merged(text, replaceLine(2, "ours"), replaceLine(18, "theirs"));
  replaceLine(18, "else")(repo);
  const later = repo.commit();
  const folder = temporaryFolder();
  const env = { GIT_OBJECT_DIRECTORY: folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: path.join(repository.commonDir, "objects") };
  const before = repo.git("count-objects");
  const [outcome] = await predictMerges(repository, [[commits[0], later]], { env });
  if (outcome?.kind !== "predicted") throw new Error("no prediction");
  expect(repo.git("count-objects")).toBe(before);
  expect(fs.existsSync(path.join(folder, outcome.tree.slice(0, 2), outcome.tree.slice(2)))).toBe(true);
});

test("no pairs, no answers", async () => {
  expect(await predictMerges(await openRepository(newRepository().dir), [])).toEqual([]);
});

test("a wrapped tree is the same commit every time, and merges with what its parent merges with", async () => {
  const { repo, repository, commits } = await merged(text, replaceLine(5, "ours"), replaceLine(5, "theirs"));
  const wrap = { tree: snapshotOf(repo), parents: [commits[0]] };
  const [first = "", second] = await wrapTrees(repository, [wrap, wrap]);
  expect(await wrapTrees(repository, [wrap])).toEqual([second]);
  expect(first).toBe(second);
  expect(repo.git("cat-file", "-p", first)).toContain(`tree ${wrap.tree}\nparent ${commits[0]}`);
  expect(fs.readdirSync(path.join(repository.nerveDir, "tmp"))).toEqual([]);
});

test("two trees without any history are compared as additions to nothing", async () => {
  const { repo, repository } = await merged(text, replaceLine(5, "ours"), replaceLine(5, "theirs"));
  const trees = ["side0", "side1"].map((side) => ({ tree: repo.git("rev-parse", `${side}^{tree}`), parents: [] }));
  const [a = "", b = ""] = await wrapTrees(repository, trees);
  expect(await predictMerges(repository, [[a, b]])).toMatchObject([{ conflicts: [{ kind: "add/add", paths: ["a.txt"] }] }]);
});

test("an answer that breaks off is no answer", () => {
  const pairs = [["a", "b"] as const, ["a", "c"] as const];
  const whole = `1\0tree1\0\0\0` + `0\0tree2\x00100644 blob 2\tx\0\x001\0x\0CONFLICT (contents)\0sentence\n\0\0`;
  expect(mergeAnswers(Buffer.from(whole), pairs)).toHaveLength(2);
  for (let length = 0; length < whole.length; length++) {
    expect(mergeAnswers(Buffer.from(whole.slice(0, length)), pairs).length).toBeLessThan(2);
  }
});

test("a path in conflict that no message explains is a conflict all the same", () => {
  const answer = `0\0tree\x00100644 blob 2\tx\0\x001\0y\0New kind of news\0sentence\n\0\0`;
  expect(mergeAnswers(Buffer.from(answer), [["a", "b"]])).toMatchObject([{ conflicts: [{ kind: "unknown", paths: ["x"] }] }]);
});
