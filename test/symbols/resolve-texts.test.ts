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

test("TypeScript: where a type and a value have one name, a value of that type has the members of the type", async () => {
  const texts = {
    "state.ts": "export interface State { open: boolean }\nexport const State = { initial: 1 };\n",
    "main.ts":
      'import { State } from "./state.js";\nexport const of = (state: State) => [state.open, state.gone, State.initial, State.lost];\n',
  };
  expect(await meanings(texts, "main.ts")).toMatchObject({
    "State.open": "state.ts#State.open",
    "State.gone": "missing state.ts",
    "State.initial": "state.ts#State.initial",
    "State.lost": "missing state.ts",
  });
});

test("Go: packages of several files, methods, and what tests add to them", async () => {
  const texts = {
    "go.mod": "module example.com/shop\n",
    "store/store.go": "package store\n\ntype Store struct{ Name string }\n\nfunc Open() *Store { return &Store{} }\n",
    "store/load.go":
      "package store\n\nfunc (s *Store) Load(id string) Item { return Item{} }\n\ntype Item struct{ ID string }\n\nfunc near() {}\n",
    "store/export_test.go": "package store\n\nvar Near = near\n",
    "store/store_test.go":
      'package store_test\n\nimport "example.com/shop/store"\n\nfunc Use() {\n\tstore.Near()\n\ts := store.Open()\n\ts.Load("1")\n\ts.Gone()\n}\n',
    "main.go": `package main

import (
	"fmt"

	kept "example.com/shop/store"
)

func show(s *kept.Store) {
	fmt.Println(s.Name, s.Load("1").ID, s.Lost)
	kept.Open()
	kept.Near()
	kept.near()
	kept.Gone()
}
`,
  };
  expect(await meanings(texts, "store/store_test.go")).toMatchObject({
    "store.Near": "store/export_test.go#Near",
    "store.Open.Load": "store/load.go#Store.Load",
    "store.Open.Gone": "missing store/store.go",
  });
  expect(await meanings(texts, "main.go")).toMatchObject({
    "fmt.Println": "external",
    "kept.Store.Name": "store/store.go#Store.Name",
    "kept.Store.Load": "store/load.go#Store.Load",
    "kept.Store.Lost": "missing store/store.go",
    "kept.Open": "store/store.go#Open",
    "kept.Near": "missing store/load.go",
    "kept.near": "hidden store/load.go#near",
    "kept.Gone": "missing store/load.go",
  });
});

test("Java: packages, imports, what a class inherits, and a field that is called like a type", async () => {
  const texts = {
    "app/src/main/java/com/acme/store/Store.java":
      "package com.acme.store;\n\npublic class Store extends Base {\n  private int size;\n\n  public int size() {\n    return size;\n  }\n\n  public static Store open() {\n    return new Store();\n  }\n}\n",
    "app/src/main/java/com/acme/store/Base.java": "package com.acme.store;\n\npublic class Base {\n  public void close() {}\n}\n",
    "app/src/main/java-templates/com/acme/store/Build.java":
      'package com.acme.store;\n\npublic class Build {\n  public static final String VERSION = "${v}";\n}\n',
    "app/src/main/java/com/acme/web/Page.java": `package com.acme.web;

import com.acme.store.Build;
import com.acme.store.Store;
import com.google.Thing;
import java.net.URL;

class Page {
  static final String URL = Build.VERSION;

  void show(Store store, URL url, Thing thing) {
    store.size();
    store.close();
    store.lost();
    url.toExternalForm();
    thing.run();
    Store.open().gone();
    Beside.help();
  }
}
`,
    "app/src/main/java/com/acme/web/Beside.java": "package com.acme.web;\n\nclass Beside {\n  static void help() {}\n}\n",
    "app/src/main/java/com/google/acme/Own.java": "package com.google.acme;\n\nclass Own {}\n",
  };
  const store = "app/src/main/java/com/acme/store";
  expect(await meanings(texts, "app/src/main/java/com/acme/web/Page.java")).toMatchObject({
    "Build.VERSION": "app/src/main/java-templates/com/acme/store/Build.java#Build.VERSION",
    "Store.size": `${store}/Store.java#Store.size`,
    "Store.close": `${store}/Base.java#Base.close`,
    "Store.lost": `missing ${store}/Store.java`,
    "URL.toExternalForm": "external",
    "Thing.run": "external",
    "Store.open.gone": `missing ${store}/Store.java`,
    "Beside.help": "app/src/main/java/com/acme/web/Beside.java#Beside.help",
  });
});

test("Rust: modules, what they pass on, methods, and what macros make", async () => {
  const texts = {
    "Cargo.toml": '[package]\nname = "shop"\nversion = "1.0.0"\n',
    "src/lib.rs": "mod store;\nmod page;\npub use store::Store as Shop;\n",
    "src/store.rs":
      "pub struct Store {\n    pub name: String,\n}\n\nimpl Store {\n    pub fn load(&self, id: &str) -> Item {\n        Item { id: 1 }\n    }\n}\n\npub struct Item {\n    pub id: u32,\n}\n\nfn near() {}\n",
    "src/page.rs": `use crate::store::{gone, near, Store};
use crate::Shop;

fn show(store: &Store, shop: &Shop) {
    store.load("1");
    store.lost();
    shop.load("2");
    gone();
    near();
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! case {
        ($name:ident) => {
            #[test]
            fn $name() {}
        };
    }

    case!(first_one);
}
`,
  };
  expect(await meanings(texts, "src/page.rs")).toMatchObject({
    "Store.load": "src/store.rs#Store.load",
    "Store.lost": "missing src/store.rs",
    "Shop.load": "src/store.rs#Store.load",
    near: "hidden src/store.rs#near",
    first_one: "unknown",
  });
});
