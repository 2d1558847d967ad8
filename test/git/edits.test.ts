import fs from "node:fs";
import { expect, test } from "vitest";
import { readEdits } from "../../src/git/edits.ts";
import { openRepository } from "../../src/git/repository.ts";
import { newRepository } from "../support/repository.ts";
import { numbered, snapshotOf } from "../support/sides.ts";

/** The edits between two states of some files. */
const edited = async (
  before: Record<string, string>,
  after: Record<string, string | null>,
  paths = Object.keys({ ...before, ...after }),
) => {
  const repo = newRepository({ ...before, "other.txt": "other\n" });
  for (const [file, content] of Object.entries(after)) {
    if (content === null) repo.remove(file);
    else repo.write(file, content);
  }
  const [edits] = await readEdits(await openRepository(repo.dir), [[repo.git("rev-parse", "HEAD^{tree}"), snapshotOf(repo)]], paths);
  return edits ?? new Map();
};

const hunks = async (before: string, after: string) => (await edited({ f: before }, { f: after })).get("f");

test("hunks are told in the line numbers of the base", async () => {
  expect(await hunks(numbered(20), numbered(20, { 5: "x", 6: "y", 12: "a\nb" }))).toEqual({
    kind: "text",
    hunks: [
      { start: 5, count: 2, added: 2 },
      { start: 12, count: 1, added: 2 },
    ],
    appendsOnly: false,
    entries: null,
  });
});

test("changes one line apart are two hunks", async () => {
  expect(await hunks(numbered(9), numbered(9, { 4: "x", 6: "y" }))).toMatchObject({ hunks: [{ start: 4 }, { start: 6 }] });
});

test("lines put in between are an insertion after a line", async () => {
  expect(await hunks(numbered(9), numbered(9, { 4: "4\nnew" }))).toMatchObject({
    hunks: [{ start: 4, count: 0, added: 1 }],
    appendsOnly: false,
    entries: null,
  });
  expect(await hunks(numbered(3), `new\n${numbered(3)}`)).toMatchObject({ hunks: [{ start: 0, count: 0, added: 1 }], appendsOnly: false });
});

test.each([
  ["with a line feed at the end", "1\n2\n", "1\n2\n3\n", { start: 2, count: 0, added: 1 }],
  ["without one before", "1\n2", "1\n2\n3\n", { start: 2, count: 0, added: 1 }],
  ["without one before or after", "1\n2", "1\n2\n3\n4", { start: 2, count: 0, added: 2 }],
])("lines added at the end are only appended, %s", async (_name, before, after, hunk) => {
  expect(await hunks(before, after)).toEqual({ kind: "text", hunks: [hunk], appendsOnly: true, entries: null });
});

test.each([
  ["an import", "import a;\ncode();\n", "import a;\nimport b;\ncode();\n", ["import b;"]],
  ["an entry in the middle", "x = [\n  a,\n  c,\n]\n", "x = [\n  a,\n  b,\n  c,\n]\n", ["b"]],
  ["an entry behind one that gets its comma", '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "b": 2\n}\n', ['"b"']],
  ["a bullet", "# Changes\n\n- one\n", "# Changes\n\n- two\n- one\n", ["- two"]],
  ["a call is none", "f() {\n  a();\n}\n", "f() {\n  a();\n  b();\n}\n", null],
  ["an entry beside a changed one", "x = [\n  a,\n  c,\n]\n", "x = [\n  a2,\n  b,\n  c,\n]\n", null],
])("entries of lists are known: %s", async (_name, before, after, entries) => {
  expect(await hunks(before, after)).toMatchObject({ entries });
});

test("an appended line beside another change is not only appended", async () => {
  expect(await hunks(numbered(9), `${numbered(9, { 2: "x" })}10\n`)).toMatchObject({ appendsOnly: false });
});

test("content that looks like a patch is only content", async () => {
  const patch = "diff --git a/x b/x\n@@ -1 +1 @@\n-a\n+b\nrename to y\nBinary files a and b differ\n";
  const edits = await edited({ f: numbered(3) }, { f: `${patch}${numbered(3)}${patch}`, g: patch });
  expect([...edits.keys()]).toEqual(["f", "g"]);
  expect(edits.get("f")).toMatchObject({
    hunks: [
      { start: 0, count: 0, added: 6 },
      { start: 3, count: 0, added: 6 },
    ],
  });
});

test("a binary file has no hunks", async () => {
  expect((await edited({ "a b": "a\0b" }, { "a b": "a\0c" })).get("a b")).toEqual({ kind: "binary" });
});

test("a moved file is found by its new name, with its edits only", async () => {
  const edits = await edited({ old: numbered(30) }, { old: null, new: numbered(30, { 7: "x" }) });
  expect([...edits]).toEqual([["new", { kind: "text", hunks: [{ start: 7, count: 1, added: 1 }], appendsOnly: false, entries: null }]]);
});

test("hostile names are read back as they are", async () => {
  const names = ["new\nline", 'quo"te', "tab\there", "🦀 b/🦀", "-dash", "a\\b", " space ", "a b/a b", ":(glob)*", "ünï"];
  const before = Object.fromEntries(names.map((name) => [name, numbered(5)]));
  const after = Object.fromEntries(names.map((name) => [name, numbered(5, { 3: "x" })]));
  expect([...(await edited(before, after)).keys()].sort()).toEqual([...names].sort());
});

test("only the paths asked for are read, each pair of trees for itself", async () => {
  const repo = newRepository({ a: numbered(5), b: numbered(5) });
  const base = repo.git("rev-parse", "HEAD^{tree}");
  repo.write("a", numbered(5, { 2: "x" }));
  repo.write("b", numbered(5, { 2: "x" }));
  const edits = await readEdits(
    await openRepository(repo.dir),
    [
      [base, base],
      [base, snapshotOf(repo)],
    ],
    ["a"],
  );
  expect(edits.map((found) => [...found.keys()])).toEqual([[], ["a"]]);
});

test("thousands of long names do not overflow a command line", async () => {
  const names = Array.from({ length: 1500 }, (_, n) => `${"x".repeat(150)}/${"y".repeat(200)}${n}`);
  const edits = await edited({ a: numbered(3), z: numbered(3) }, { a: "x\n", z: "x\n" }, ["a", ...names, "z"]);
  expect([...edits.keys()]).toEqual(["a", "z"]);
});

test("programs of the user that draw diffs are not run", async () => {
  const repo = newRepository({ f: numbered(3), ".gitattributes": "f diff=own\n" });
  repo.git("config", "diff.own.command", "false");
  repo.git("config", "diff.own.textconv", "false");
  repo.write("f", numbered(3, { 2: "x" }));
  const [edits] = await readEdits(await openRepository(repo.dir), [[repo.git("rev-parse", "HEAD^{tree}"), snapshotOf(repo)]], ["f"]);
  expect(edits?.get("f")).toMatchObject({ hunks: [{ start: 2, count: 1, added: 1 }] });
});

test("a damaged object costs its own pair the answer, and no other", async () => {
  const repo = newRepository({ f: numbered(3) });
  const base = repo.git("rev-parse", "HEAD^{tree}");
  const trees = ["x", "y"].map((content) => {
    repo.write("f", numbered(3, { 2: content }));
    return snapshotOf(repo);
  });
  const [damaged = "", whole = ""] = trees;
  const blob = repo.git("rev-parse", `${damaged}:f`);
  fs.rmSync(`${repo.dir}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
  const edits = await readEdits(
    await openRepository(repo.dir),
    [
      [base, damaged],
      [base, whole],
    ],
    ["f"],
  );
  expect(edits.map((found) => found.size)).toEqual([0, 1]);
});
