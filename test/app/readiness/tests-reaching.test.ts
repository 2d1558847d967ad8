import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrderOfNearness } from "../../../src/app/readiness/tests/nearness.ts";
import { testsAmong } from "../../../src/app/readiness/tests/test-files.ts";
import { type FileImports, testsReaching } from "../../../src/app/readiness/tests/tests-reaching.ts";

type Graph = Readonly<Record<string, readonly string[] | FileImports>>;

const reaching = async (changed: string[], tests: string[], graph: Graph, mostFiles = 100) => {
  const read: string[] = [];
  const found = await testsReaching(
    new Set(changed),
    tests,
    async (path) => {
      read.push(path);
      const imports = graph[path] ?? [];
      return "files" in imports ? imports : { files: imports, passed: [] };
    },
    mostFiles,
  );
  return { ...found, read };
};

test("a test reaches what it imports, through however many files, and in circles", async () => {
  const graph = { t1: ["a"], t2: ["x"], a: ["b"], b: ["c", "a"], x: [] };
  expect(await reaching(["c"], ["t1", "t2"], graph)).toMatchObject({ tests: ["t1"], unfollowed: 0 });
  expect(await reaching(["x"], ["t1", "t2"], graph)).toMatchObject({ tests: ["t2"] });
  expect(await reaching(["y"], ["t1", "t2"], graph)).toMatchObject({ tests: [] });
});

test("tests that need fewer steps come first, else they keep their order", async () => {
  const graph = { t1: ["a"], t2: ["changed"], t3: ["b"], a: ["b"], b: ["changed"], t4: ["changed"] };
  expect((await reaching(["changed"], ["t1", "t2", "t3", "t4"], graph)).tests).toEqual(["t2", "t4", "t3", "t1"]);
});

test("a changed test is among them, and so are those that import it", async () => {
  expect((await reaching(["t1"], ["t1", "t2", "t3"], { t2: ["t1"] })).tests).toEqual(["t1", "t2"]);
});

test("what only passes on is not followed, and counts when it changed itself", async () => {
  const graph = { t: { files: ["a"], passed: ["barrel"] }, barrel: ["a", "b"] };
  expect((await reaching(["b"], ["t"], graph)).tests).toEqual([]);
  expect((await reaching(["barrel"], ["t"], graph)).tests).toEqual(["t"]);
});

test("each file is read once", async () => {
  const { read } = await reaching(["z"], ["t1", "t2"], { t1: ["a", "b"], t2: ["a", "b"], a: ["b"], b: ["a"] });
  expect(read.toSorted()).toEqual(["a", "b", "t1", "t2"]);
});

test("no test is followed further than it takes to tell", async () => {
  const graph = { t1: ["hub", "far"], t2: ["hub", "away"], hub: ["changed"], far: ["farther"], changed: ["deep"] };
  expect(await reaching(["changed"], ["t1", "t2"], graph)).toMatchObject({ tests: ["t1", "t2"], read: ["t1", "hub", "far", "t2"] });
});

test("the search reads so many files, and says of how many tests it could not tell", async () => {
  const graph = { t1: ["a"], t2: ["b"], t3: ["a"], b: ["changed"] };
  expect(await reaching(["changed"], ["t1", "t2", "t3"], graph, 3)).toMatchObject({ tests: [], unfollowed: 2 });
  expect(await reaching(["changed"], ["t2", "t1", "t3"], graph, 3)).toMatchObject({ tests: ["t2"], unfollowed: 2 });
  expect(await reaching(["changed"], ["t2", "t1", "t3"], graph, 5)).toMatchObject({ tests: ["t2"], unfollowed: 0 });
});

test("it finds what walking every import of every test finds", async () => {
  const names = ["t1", "t2", "t3", "a", "b", "c", "d"];
  const anywhere = fc.subarray(names);
  const imports = fc.record({ files: anywhere, passed: anywhere });
  await fc.assert(
    fc.asyncProperty(fc.tuple(...names.map(() => imports)), anywhere, async (drawn, changed) => {
      const graph = Object.fromEntries(names.map((name, at) => [name, drawn[at] ?? { files: [], passed: [] }]));
      const reaches = (file: string, seen: ReadonlySet<string>): boolean =>
        changed.includes(file) ||
        (graph[file]?.passed.some((path) => changed.includes(path)) ?? false) ||
        (graph[file]?.files.some((path) => !seen.has(path) && reaches(path, new Set([...seen, path]))) ?? false);
      const tests = names.slice(0, 3);
      expect((await reaching(changed, tests, graph)).tests.toSorted()).toEqual(tests.filter((test) => reaches(test, new Set([test]))));
    }),
  );
});

const isTest: [string, boolean][] = [
  ["src/cart.test.ts", true],
  ["src/cart.spec.tsx", true],
  ["cypress/login.cy.js", true],
  ["src/__tests__/cart.ts", true],
  ["src/__tests__/helpers.ts", false],
  ["src/__tests__/fixtures/cart.ts", false],
  ["src/latest.ts", false],
  ["src/contest.ts", false],
  ["src/test.d.ts", false],
  ["tests/test_cart.py", true],
  ["pkg/cart_test.py", true],
  ["shop/tests.py", true],
  ["tests/conftest.py", false],
  ["pkg/cart_test.go", true],
  ["pkg/cart.go", false],
  ["src/test/java/shop/CartTest.java", true],
  ["src/test/java/shop/CartIT.java", true],
  ["src/test/java/shop/Carts.java", false],
  ["tests/cart.rs", true],
  ["tests/common/mod.rs", false],
  ["README.md", false],
];

test.for(isTest)("%s is a test: %s", ([path, expected]) => {
  expect(testsAmong([path])).toEqual(expected ? [path] : []);
});

test("in a test folder without a named test each script is one, but for what tests use", () => {
  const paths = ["test/cart.js", "test/helpers/run.js", "test/support.js", "test/vitest.config.js", "test/data.json"];
  expect(testsAmong(paths)).toEqual(["test/cart.js"]);
  expect(testsAmong([...paths, "test/named.test.js"])).toEqual(["test/named.test.js"]);
  expect(testsAmong(["a/test/cart.js", "b/test/named.test.js", "b/test/other.js"])).toEqual(["b/test/named.test.js", "a/test/cart.js"]);
});

test("tests named after what changed come first, then those that share the most folders with it", () => {
  const tests = ["a/test/x.test.ts", "b/src/deep/z.test.ts", "b/src/y.test.ts", "c/cart.test.ts", "b/test/test_cart.py"];
  expect(inOrderOfNearness(tests, ["b/src/deep/cart.ts"])).toEqual([
    "b/test/test_cart.py",
    "c/cart.test.ts",
    "b/src/deep/z.test.ts",
    "b/src/y.test.ts",
    "a/test/x.test.ts",
  ]);
});
