import { expect, test } from "vitest";
import { asked, facts } from "./code.ts";

const code = asked({
  "go.mod": "module example.com/shop // ours\n\ngo 1.22\n\nreplace (\n\texample.com/old v1.0.0 => ./tools/old\n)\n",
  "main.go": facts(
    "package main",
    "import * as store from example.com/shop/store",
    "import * as go-words from example.com/shop/go-words",
    "function main",
  ),
  "helper.go": facts("package main", "function helper"),
  "store/store.go": facts("package store", "struct Store < Base", "field Store.Name", "private field Store.size", "function Open: Store"),
  "store/load.go": facts("package store", "method Store.Load", "private function check", "struct Base", "method Base.Close"),
  "store/store_test.go": facts("package store", "function Fake"),
  "go-words/words.go": facts("package words", "function Say"),
  "tools/old/go.mod": "module example.com/old\n",
  "tools/old/old.go": facts("package old", "function Old"),
  "dots/dots.go": facts("package dots", "import ** from example.com/shop/store"),
});

test("a package is all files of a folder but its tests", async () => {
  expect(await code.module("main.go", "example.com/shop/store")).toBe("module store/load.go store/store.go");
  expect(await code.module("main.go", "example.com/shop/gone")).toBe("missing gone");
  expect(await code.module("main.go", "example.com/shopping/store")).toBe("external");
  expect(await code.module("main.go", "fmt")).toBe("external");
});

test("modules that stand in for others, or share a workspace", async () => {
  expect(await code.module("main.go", "example.com/old")).toBe("module tools/old/old.go");
  const work = asked({
    "go.work": "go 1.22\nuse (\n\t./a\n\t./b\n)\n",
    "a/go.mod": "module example.com/a\n",
    "b/go.mod": "module example.com/b/v2\n",
    "a/a.go": facts("package a"),
    "b/deep/b.go": facts("package deep"),
  });
  expect(await work.module("a/a.go", "example.com/b/v2/deep")).toBe("module b/deep/b.go");
  expect(await work.module("a/a.go", "example.com/b/deep")).toBe("external");
});

test("a capital letter is for everybody, the rest for the package", async () => {
  expect(await code.use("main.go", "store.Open")).toBe("store/store.go#Open");
  expect(await code.use("main.go", "store.check")).toBe("hidden store/load.go#check");
  expect(await code.use("main.go", "store.Gone")).toBe("missing store/load.go");
  expect(await code.use("main.go", "store.Fake")).toBe("missing store/load.go");
  expect(await code.use("store/store.go", "check")).toBe("store/load.go#check");
  expect(await code.use("store/store_test.go", "Fake")).toBe("store/store_test.go#Fake");
});

test("files of one package see each other's names; what nobody has is missing, unless it is Go's own", async () => {
  expect(await code.use("main.go", "helper")).toBe("helper.go#helper");
  expect(await code.use("main.go", "gone")).toBe("missing helper.go");
  expect(await code.use("main.go", "len")).toBe("unbound");
});

test("a package goes by the name in its clause; with a dot, by none", async () => {
  expect(await code.use("main.go", "words.Say")).toBe("go-words/words.go#Say");
  expect(await code.use("dots/dots.go", "Open")).toBe("store/store.go#Open");
});

test("methods stand in any file of the package, and embedded types give theirs", async () => {
  expect(await code.use("main.go", "store.Store.Load", "value")).toBe("store/load.go#Store.Load");
  expect(await code.use("main.go", "store.Store.Close", "value")).toBe("store/load.go#Base.Close");
  expect(await code.use("main.go", "store.Store.size", "value")).toBe("hidden store/store.go#Store.size");
  expect(await code.use("main.go", "store.Store.Gone", "value")).toBe("missing store/store.go");
});
