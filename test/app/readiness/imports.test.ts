import { afterAll, beforeAll, expect, test } from "vitest";
import { readGrammarFile } from "../../../src/app/code/grammar-files.ts";
import { ImportReader } from "../../../src/app/readiness/tests/imports.ts";
import { testsAmong } from "../../../src/app/readiness/tests/test-files.ts";
import { testsReaching } from "../../../src/app/readiness/tests/tests-reaching.ts";
import { Extractor } from "../../../src/symbols/extract.ts";
import { languageOf } from "../../../src/symbols/languages.ts";
import type { CodeTree } from "../../../src/symbols/code-tree.ts";

let extractor: Extractor;
beforeAll(async () => {
  extractor = await Extractor.open(await readGrammarFile("web-tree-sitter.wasm"), readGrammarFile);
});
afterAll(() => extractor.close());

const treeOf = (files: Readonly<Record<string, string>>): CodeTree => ({
  entries: async (folder) => {
    const start = folder === "" ? "" : `${folder}/`;
    const below = Object.keys(files).flatMap((path) => (path.startsWith(start) ? [path.slice(start.length).split("/")] : []));
    return below.length === 0 ? undefined : new Map(below.map(([name = "", ...more]) => [name, more.length > 0 ? "folder" : "file"]));
  },
  text: async (path) => files[path],
  facts: async (path) => {
    const [text, language] = [files[path], languageOf(path)];
    return text === undefined || !language ? undefined : extractor.extract(language, text);
  },
});

/** Which of the tests in these files reach one of `changed`. */
const testsAfter = async (files: Readonly<Record<string, string>>, ...changed: string[]): Promise<readonly string[]> => {
  const reader = new ImportReader(treeOf(files));
  const tests = testsAmong(Object.keys(files));
  return (await testsReaching(new Set(changed), tests, (path) => reader.importsOf(path), 100)).tests;
};

const shop = {
  "src/sum.ts": "export const sum = (a: number, b: number) => a + b;",
  "src/average.ts": 'import { sum } from "./sum";\nexport const average = (a: number, b: number) => sum(a, b) / 2;',
  "src/types.ts": "export interface Price { amount: number }\nexport const free = 0;",
  "src/other.ts": 'import type { Price } from "./types";\nexport const other = (price: Price) => price;',
  "src/index.ts": 'export { sum } from "./sum";\nexport * from "./average";\nexport { other } from "./other";',
  "sum.test.ts": 'import { sum } from "./src/index";\nsum(1, 2);',
  "average.test.ts": 'import { average } from "./src";\naverage(1, 2);',
  "other.test.ts": 'import { other } from "./src";\nother;',
  "whole.test.ts": 'import * as shop from "./src";\nshop;',
};

test("a barrel leads to what is taken from it, not to all that it offers", async () => {
  expect(await testsAfter(shop, "src/sum.ts")).toEqual(["sum.test.ts", "average.test.ts", "whole.test.ts"]);
  expect(await testsAfter(shop, "src/average.ts")).toEqual(["average.test.ts", "whole.test.ts"]);
  expect(await testsAfter(shop, "src/other.ts")).toEqual(["other.test.ts", "whole.test.ts"]);
});

test("a changed barrel concerns all who import by way of it", async () => {
  expect(await testsAfter(shop, "src/index.ts")).toEqual(["sum.test.ts", "average.test.ts", "other.test.ts", "whole.test.ts"]);
});

test("what is imported for its types alone is gone when tests run", async () => {
  expect(await testsAfter(shop, "src/types.ts")).toEqual([]);
});

test("a deleted file concerns those who still import it", async () => {
  const { "src/sum.ts": _, ...left } = shop;
  expect(await testsAfter(left, "src/sum.ts")).toEqual(["sum.test.ts", "average.test.ts", "whole.test.ts"]);
});

test("pytest brings in every conftest.py above a test", async () => {
  const files = {
    "app/db.py": "def connect():\n    pass\n",
    "tests/conftest.py": "from app.db import connect\n",
    "tests/test_page.py": "def test_page(client):\n    pass\n",
    "tests/unit/test_deep.py": "def test_deep(client):\n    pass\n",
    "other/test_other.py": "def test_other():\n    pass\n",
  };
  expect(await testsAfter(files, "app/db.py")).toEqual(["tests/test_page.py", "tests/unit/test_deep.py"]);
});
