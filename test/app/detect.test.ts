import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { detect, detectBetween } from "../../src/app/detect.ts";
import { openRepository } from "../../src/git/repository.ts";
import { newRepository, type TestRepository } from "../support/repository.ts";
import { numbered } from "../support/sides.ts";

const text = { "a.txt": numbered(30) };

/** A repository with a branch per entry of `work`, each with one commit on main. */
const branches = (work: Record<string, (repo: TestRepository) => void>, ...initOptions: string[]): TestRepository => {
  const repo = newRepository(text, ...initOptions);
  for (const [name, change] of Object.entries(work)) {
    repo.git("switch", "-q", "-c", name, "main");
    change(repo);
    repo.commit();
  }
  return repo;
};

const line = (number: number, content: string) => (repo: TestRepository) => repo.write("a.txt", numbered(30, { [number]: content }));
const between = async (repo: TestRepository, ours: string, theirs: string, base?: string) =>
  detectBetween(await openRepository(repo.dir), { ours, theirs, ...(base !== undefined && { base }) });

test("two branches that git cannot merge are a conflict", async () => {
  const repo = branches({ one: line(3, "one"), two: line(3, "two") });
  const id = (name: string) => repo.git("rev-parse", name);
  expect(await between(repo, "one", "two")).toMatchObject({
    verdict: "conflict",
    base: id("main"),
    ours: id("one"),
    theirs: id("two"),
    mergedTree: null,
    conflicts: [
      {
        kind: "merge_conflict",
        severity: "high",
        status: "open",
        fingerprint: expect.stringMatching(/^[a-z2-7]{20}$/),
        agents: [{ name: "one" }, { name: "two" }],
        files: ["a.txt"],
        evidence: { distance: 0 },
      },
    ],
    notAssessed: [],
  });
});

test("two branches that change one file are a conflict even where git can merge them, with the merged tree", async () => {
  const repo = branches({ one: line(3, "one"), two: line(20, "two") });
  const detection = await between(repo, "one", "two");
  repo.git("merge", "-q", "-m", "merge", "one");
  expect(detection).toMatchObject({
    verdict: "conflict",
    mergedTree: repo.git("rev-parse", "HEAD^{tree}"),
    conflicts: [{ kind: "same_file", evidence: { mergesCleanly: true, distance: 16 } }],
  });
});

test("two branches that change different files of one package are clear, and told so", async () => {
  const repo = branches({
    one: (each) => each.write("b.txt", "b"),
    two: (each) => each.write("c.txt", "c"),
    three: (each) => each.write("package.json", "{}"),
  });
  expect(await between(repo, "one", "two")).toMatchObject({ verdict: "clear", conflicts: [] });
  repo.git("switch", "-q", "three");
  for (const name of ["four", "five"]) {
    repo.git("switch", "-q", "-c", name, "three");
    repo.write(`${name}.txt`, name);
    repo.commit();
  }
  expect(await between(repo, "four", "five")).toMatchObject({
    verdict: "clear",
    conflicts: [{ kind: "same_package", severity: "medium" }],
  });
});

test("a branch and what it was built on are clear", async () => {
  const repo = branches({ one: line(3, "one") });
  expect(await between(repo, "one", "main")).toMatchObject({
    verdict: "clear",
    conflicts: [],
    mergedTree: repo.git("rev-parse", "one^{tree}"),
  });
});

test.each([
  ["trees", "one^{tree}", "two^{tree}", "main^{tree}"],
  ["a tree and a commit", "one^{tree}", "two", "main"],
  ["commits", "one", "two", "main^{tree}"],
  ["a tag and an abbreviated id", "v1", "two~0", "main"],
])("%s are compared on the base that is named", async (_name, ours, theirs, base) => {
  const repo = branches({ one: line(3, "one"), two: line(3, "two") });
  repo.git("tag", "-a", "-m", "tag", "v1", "one");
  expect(await between(repo, ours, theirs, base)).toMatchObject({
    verdict: "conflict",
    base: repo.git("rev-parse", base),
    conflicts: [{ files: ["a.txt"] }],
  });
});

test("folders of commits are trees too", async () => {
  const repo = newRepository({ "a/f": numbered(9), "b/f": numbered(9, { 2: "x" }), "c/f": numbered(9, { 2: "y" }) });
  expect(await between(repo, "HEAD:b", "HEAD:c", "HEAD:a")).toMatchObject({ verdict: "conflict", conflicts: [{ files: ["f"] }] });
});

test("trees without a base are not assessed", async () => {
  const repo = branches({ one: line(3, "one") });
  expect(await between(repo, "one^{tree}", "main^{tree}")).toMatchObject({
    verdict: "not_assessed",
    mergedTree: null,
    conflicts: [],
    notAssessed: [{ path: "", reason: expect.stringContaining("--base") }],
  });
});

test("unrelated histories are not assessed, unless a base is named", async () => {
  const repo = branches({ one: line(3, "one") });
  repo.git("switch", "-q", "--orphan", "stranger");
  line(3, "stranger")(repo);
  repo.commit();
  expect(await between(repo, "one", "stranger")).toMatchObject({
    verdict: "not_assessed",
    notAssessed: [{ reason: expect.stringContaining("history") }],
  });
  expect(await between(repo, "one", "stranger", "main")).toMatchObject({ verdict: "conflict" });
});

test("objects that are not here are not assessed", async () => {
  const repo = branches({ one: line(3, "one") });
  expect(await between(repo, "one", "1".repeat(40))).toMatchObject({
    verdict: "not_assessed",
    ours: repo.git("rev-parse", "one"),
    theirs: null,
  });
  const tree = repo.git("rev-parse", "one^{tree}");
  fs.rmSync(path.join(repo.dir, ".git/objects", tree.slice(0, 2), tree.slice(2)));
  expect(await between(repo, "one", "main")).toMatchObject({ verdict: "not_assessed" });
});

test("a blob that the merge needs and that is damaged is not assessed, and no crash", async () => {
  const repo = branches({ one: line(3, "one"), two: line(20, "two") });
  const blob = repo.git("rev-parse", "one:a.txt");
  fs.rmSync(path.join(repo.dir, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  expect(await between(repo, "one", "two")).toMatchObject({ verdict: "not_assessed", mergedTree: null });
});

test.each(["nothing", "-x", "main:a.txt", "", "new\nline"])("the name %j is refused as the user's mistake", async (name) => {
  await expect(between(newRepository(text), "main", name)).rejects.toMatchObject({ code: "usage" });
  expect(await between(newRepository(text), "main", "main")).toMatchObject({ verdict: "clear" });
});

test("criss-cross histories are merged as git merges them", async () => {
  const repo = branches({ one: line(3, "one"), two: line(20, "two") });
  const [one, two] = [repo.git("rev-parse", "one"), repo.git("rev-parse", "two")];
  repo.git("merge", "-q", "-m", "cross", one);
  repo.git("switch", "-q", "one");
  repo.git("merge", "-q", "-m", "criss", two);
  repo.write("a.txt", numbered(30, { 3: "again", 20: "two" }));
  repo.commit();
  expect(repo.git("merge-base", "--all", "one", "two").split("\n")).toHaveLength(2);
  expect(await between(repo, "one", "two")).toMatchObject({
    verdict: "clear",
    conflicts: [],
    mergedTree: repo.git("rev-parse", "one^{tree}"),
  });
});

test("after criss-cross merges what either base has is common to both", async () => {
  const part = (name: string) => `export function ${name}(id: string): string {\n  return id + "${name}";\n}\n`;
  const repo = newRepository({ "src/shop.ts": `${part("open")}\n${part("close")}` });
  const id = (name: string) => repo.git("rev-parse", name);
  for (const [name, shop] of [
    ["one", `${part("first")}\n${part("open")}\n${part("close")}`],
    ["two", `${part("open")}\n${part("close")}\n${part("second")}`],
  ] as const) {
    repo.git("switch", "-q", "-c", name, "main");
    repo.write("src/shop.ts", shop);
    repo.write(`src/${name}.ts`, part(name));
    repo.commit();
  }
  const two = id("two");
  repo.git("merge", "-q", "-m", "cross", "one");
  repo.git("switch", "-q", "one");
  repo.git("merge", "-q", "-m", "criss", two);
  expect(repo.git("merge-base", "--all", "one", "two").split("\n")).toHaveLength(2);
  repo.write("src/page.ts", 'import { first, second } from "./shop.ts";\n\nexport const page = first("1") + second("2");\n');
  repo.commit();
  repo.git("switch", "-q", "two");
  repo.write("README.md", "A shop.\n");
  repo.commit();
  expect(await between(repo, "one", "two")).toMatchObject({ verdict: "clear", conflicts: [], notAssessed: [] });
  for (const name of ["first", "second"]) {
    repo.git("switch", "-q", "-c", `no-${name}`, "two");
    repo.write(
      "src/shop.ts",
      ["first", "open", "close", "second"]
        .filter((one) => one !== name)
        .map(part)
        .join("\n"),
    );
    repo.commit();
    expect(await between(repo, "one", `no-${name}`)).toMatchObject({
      verdict: "conflict",
      conflicts: [{ kind: "semantic_conflict", place: `src/shop.ts#${name}`, files: ["src/page.ts", "src/shop.ts"] }],
    });
  }
});

test("a SHA-256 repository is compared like any other", async () => {
  const repo = branches({ one: line(3, "one"), two: line(3, "two") }, "--object-format=sha256");
  expect(await between(repo, "one", "two")).toMatchObject({ verdict: "conflict", ours: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("HEAD is that of the worktree the question is asked from", async () => {
  const repo = branches({ one: line(3, "one") });
  repo.git("switch", "-q", "main");
  const linked = repo.worktree("linked");
  line(3, "linked")(linked);
  const head = linked.commit();
  expect(await between(linked, "HEAD", "one")).toMatchObject({ verdict: "conflict", ours: head });
});

test("an open plane keeps what git writes on the way to itself", async () => {
  const repo = branches({ one: line(3, "one"), two: line(20, "two") });
  const state = () => ["count-objects", "for-each-ref", "status"].map((command) => repo.git(command));
  const before = state();
  const repository = await openRepository(repo.dir);
  expect(await detect({ repository }, { ours: "one^{tree}", theirs: "two", base: "main" })).toMatchObject({ verdict: "conflict" });
  expect(state()).toEqual(before);
});
