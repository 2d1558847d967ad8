import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileFacts } from "../../src/model/code.ts";
import { isRead } from "../../src/symbols/code-tree.ts";
import type { Extractor } from "../../src/symbols/extract.ts";
import { languageOf } from "../../src/symbols/languages.ts";
import { Resolver } from "../../src/symbols/resolve.ts";
import { openExtractor } from "./extractor.ts";
import { said, treeOf } from "./modules/code.ts";

let extractor: Extractor;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor.close());

type Texts = Readonly<Record<string, string>>;

/** What each use in a file means, by its path, in the order of the text. */
const meanings = async (texts: Texts, file: string): Promise<Record<string, string>> => {
  const read = new Map<string, FileFacts>();
  for (const [path, text] of Object.entries(texts)) {
    const language = languageOf(path);
    const facts = language && (await extractor.extract(language, text));
    if (isRead(facts)) read.set(path, facts);
  }
  const resolver = new Resolver({ ...treeOf(texts), facts: async (path) => read.get(path) });
  const facts = read.get(file);
  const found: Record<string, string> = {};
  if (facts) for (const use of facts.uses) found[use.path.join(".")] = said(await resolver.resolveUse(file, facts, use));
  return found;
};

const typescript: Texts = {
  "src/store.ts": `
import { Base } from "./base.js";
export interface Entry { key: string }
export class Store extends Base {
  first: Entry = { key: "" };
  load(id: string): Entry { return this.first; }
}
export enum Color { Red, Green }
export const open = (): Store => new Store();
export const limits = { small: 1, large: 10 };
const secret = 1;
`,
  "src/base.ts": "export class Base { close() {} }\n",
  "src/index.ts": 'export * from "./store.js";\nexport { Base as Foundation } from "./base.js";\n',
};

test("TypeScript: through a barrel to members, values and what is returned", async () => {
  const text = `
import { open, Store, Color, limits, Foundation, gone, secret } from "./index.js";
import * as all from "./index.js";
const store: Store = open();
store.load("1").key;
store.close();
store.missing();
open().load("2");
all.open();
all.gone();
new Foundation();
gone(secret);
console.log(Color.Red, Color.Blue, limits.small, limits.huge);
`;
  expect(await meanings({ ...typescript, "src/main.ts": text }, "src/main.ts")).toMatchObject({
    Store: "src/store.ts#Store",
    "Store.load": "src/store.ts#Store.load",
    "Store.close": "src/base.ts#Base.close",
    "Store.missing": "missing src/store.ts",
    "open.load": "src/store.ts#Store.load",
    "all.open": "src/store.ts#open",
    "all.gone": "missing src/index.ts",
    Foundation: "src/base.ts#Base",
    gone: "missing src/index.ts",
    secret: "missing src/index.ts",
    "console.log": "unbound",
    "Color.Red": "src/store.ts#Color.Red",
    "Color.Blue": "missing src/store.ts",
    "limits.small": "src/store.ts#limits.small",
    "limits.huge": "missing src/store.ts",
  });
});

test("JavaScript: what CommonJS gives by name", async () => {
  const texts = {
    "store.js": "function load() {}\nfunction save() {}\nmodule.exports = { load, save };\n",
    "main.js":
      'const { load, gone } = require("./store");\nconst store = require("./store");\nload();\ngone();\nstore.save();\nstore.lost();\n',
  };
  expect(await meanings(texts, "main.js")).toMatchObject({
    load: "store.js#load",
    gone: "missing store.js",
    "store.save": "store.js#save",
    "store.lost": "missing store.js",
  });
});

test("Python: packages, stars, submodules and classes", async () => {
  const texts = {
    "src/shop/__init__.py": "from .store import Store, load as read\nfrom .words import *\n",
    "src/shop/store.py":
      "from .base import Base\n\nclass Store(Base):\n    limit = 3\n\n    def save(self): ...\n\ndef load() -> Store: ...\n",
    "src/shop/base.py": "class Base:\n    def close(self): ...\n",
    "src/shop/words.py": '__all__ = ["say"]\n\ndef say(): ...\n\ndef hush(): ...\n',
    "tests/test_shop.py": `
import shop.store
import shop
from shop import read, say, hush, words, gone

def test():
    store = read()
    store.save()
    store.close()
    store.lost()
    say()
    hush()
    gone()
    words.hush()
    shop.Store.limit
    shop.store.load()
    shop.nothing()
    print()
`,
  };
  expect(await meanings(texts, "tests/test_shop.py")).toMatchObject({
    read: "src/shop/store.py#load",
    "read.save": "src/shop/store.py#Store.save",
    "read.close": "src/shop/base.py#Base.close",
    "read.lost": "missing src/shop/store.py",
    say: "src/shop/words.py#say",
    hush: "missing src/shop/__init__.py",
    gone: "missing src/shop/__init__.py",
    "words.hush": "src/shop/words.py#hush",
    "shop.Store.limit": "src/shop/store.py#Store.limit",
    "shop.store.load": "src/shop/store.py#load",
    "shop.nothing": "missing src/shop/__init__.py",
    print: "unbound",
  });
});
