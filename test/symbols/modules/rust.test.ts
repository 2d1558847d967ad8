import { expect, test } from "vitest";
import { asked, facts } from "./code.ts";

const code = asked({
  "Cargo.toml":
    '[package]\nname = "acme-shop"\n[dependencies]\nother = { path = "crates/other" }\nserde = "1"\n[workspace]\nmembers = ["crates/*"]\n',
  "src/lib.rs": facts(
    "module store",
    "import Store, load as read from crate::store",
    "export * from crate::words",
    "private function own",
    "enum Color",
    "field Color.Red",
  ),
  "src/store.rs": facts(
    "struct Store",
    "method Store.save",
    "function load",
    "private function check",
    "package function near",
    "module inner …7",
    "function inner.deep",
    "module tests …11",
    "import ** from super",
    "import Gone from super::super::words",
    "function tests.works",
  ),
  "src/store/disk.rs": facts("import check, Store from super", "import Shape from crate", "function write", "method Store.flush"),
  "src/words/mod.rs": facts("function say", "trait Speak", "method Speak.speak", "import ** from serde"),
  "src/heap.rs": facts("export * from serde"),
  "src/main.rs": facts("import Store, Color from acme_shop", "import Thing from other", "import Speak from acme_shop::words"),
  "tests/it.rs": facts("import near from acme_shop::store"),
  "crates/other/Cargo.toml": '[package]\nname = "other"\n',
  "crates/other/src/lib.rs": facts("struct Thing", "import Store from acme_shop"),
});

test("paths lead through files, folders and modules inside of files", async () => {
  expect(await code.module("src/lib.rs", "crate::store")).toBe("module src/store.rs");
  expect(await code.module("src/lib.rs", "crate::words")).toBe("module src/words/mod.rs");
  expect(await code.module("src/lib.rs", "crate::store::disk")).toBe("module src/store/disk.rs");
  expect(await code.module("src/store/disk.rs", "super")).toBe("module src/store.rs");
  expect(await code.module("src/store/disk.rs", "super::super::words")).toBe("module src/words/mod.rs");
  expect(await code.module("src/lib.rs", "crate::gone::deep")).toBe("missing src/lib.rs");
  expect(await code.taken("src/lib.rs", "crate::store::inner", "deep")).toBe("src/store.rs#inner.deep");
  expect(await code.taken("src/lib.rs", "self::store", "load")).toBe("src/store.rs#load");
  expect(await code.taken("src/lib.rs", "store", "gone")).toBe("missing src/store.rs");
});

test("crates are known by the names of their packages", async () => {
  expect(await code.module("src/main.rs", "acme_shop")).toBe("module src/lib.rs");
  expect(await code.module("src/main.rs", "other")).toBe("module crates/other/src/lib.rs");
  expect(await code.module("crates/other/src/lib.rs", "acme_shop::store")).toBe("module src/store.rs");
  expect(await code.module("src/main.rs", "std::collections")).toBe("external");
  expect(await code.module("src/lib.rs", "serde::de")).toBe("external");
  expect(await code.module("src/main.rs", "gone::part")).toBe("missing src/main.rs");
});

test("what a module uses, others find in it; what a dependency gives in a heap may be anything", async () => {
  expect(await code.taken("src/main.rs", "acme_shop", "Store")).toBe("src/store.rs#Store");
  expect(await code.taken("src/main.rs", "acme_shop", "read")).toBe("src/store.rs#load");
  expect(await code.taken("src/main.rs", "acme_shop", "say")).toBe("src/words/mod.rs#say");
  expect(await code.taken("src/main.rs", "acme_shop", "gone")).toBe("missing src/lib.rs");
  expect(await code.taken("src/lib.rs", "crate::heap", "gone")).toBe("unknown");
});

test("what is private is for its module and those inside, what is of the crate for all of that", async () => {
  expect(await code.taken("src/main.rs", "acme_shop", "own")).toBe("src/lib.rs#own");
  expect(await code.taken("tests/it.rs", "acme_shop", "own")).toBe("hidden src/lib.rs#own");
  expect(await code.taken("src/lib.rs", "crate::store", "check")).toBe("hidden src/store.rs#check");
  expect(await code.taken("src/store/disk.rs", "super", "check")).toBe("src/store.rs#check");
  expect(await code.taken("src/lib.rs", "crate::store", "near")).toBe("src/store.rs#near");
  expect(await code.taken("tests/it.rs", "acme_shop::store", "near")).toBe("hidden src/store.rs#near");
});

test("tests inside a file see it by a star", async () => {
  expect(await code.use("src/store.rs", "load", "name", { line: 11, within: "tests.works" })).toBe("src/store.rs#load");
  expect(await code.use("src/store.rs", "gone", "name", { line: 11, within: "tests.works" })).toBe("missing src/store.rs");
  expect(await code.use("src/store.rs", "Vec", "name", { line: 11 })).toBe("unbound");
  expect(await code.taken("src/store.rs", "super", "check", 11)).toBe("src/store.rs#check");
});

test("members of types: their own, those of other files near by, those of traits in scope", async () => {
  expect(await code.use("src/main.rs", "Color.Red")).toBe("src/lib.rs#Color.Red");
  expect(await code.use("src/main.rs", "Color.Blue")).toBe("missing src/lib.rs");
  expect(await code.use("src/main.rs", "Store.save", "value")).toBe("src/store.rs#Store.save");
  expect(await code.use("src/main.rs", "Store.flush", "value")).toBe("src/store/disk.rs#Store.flush");
  expect(await code.use("src/main.rs", "Store.speak", "value")).toBe("src/words/mod.rs#Speak.speak");
  expect(await code.use("src/main.rs", "Store.clone", "value")).toBe("unknown");
  expect(await code.use("src/main.rs", "Store.gone", "value")).toBe("missing src/store.rs");
});

test("a program stands where its manifest says", async () => {
  const there = asked({
    "Cargo.toml":
      '[package]\nname = "acme"\n[[bin]]\nname = "acme"\npath = "crates/core/main.rs"\n[[test]]\nname = "all"\npath = "tests/all.rs"\n',
    "crates/core/main.rs": facts("module args", "function main"),
    "crates/core/args.rs": facts("function parse", "import main from crate"),
    "crates/core/args/deep.rs": facts("import parse from super"),
    "tests/all.rs": facts("module util"),
    "tests/util.rs": facts("function help"),
  });
  expect(await there.taken("crates/core/args.rs", "crate", "main")).toBe("crates/core/main.rs#main");
  expect(await there.taken("crates/core/args/deep.rs", "super", "parse")).toBe("crates/core/args.rs#parse");
  expect(await there.taken("tests/util.rs", "crate::util", "help")).toBe("tests/util.rs#help");
});
