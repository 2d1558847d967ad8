import { expect, test } from "vitest";
import { asked, facts } from "./code.ts";

const code = asked({
  "app/src/main/java/com/acme/app/Main.java": facts(
    "package com.acme.app",
    "import Store from com.acme.store",
    "import load from com.acme.store.Store",
    "import ** from com.acme.words",
    "class Main < Base …9",
    "private field Main.name",
    "method Main.run",
    "class Main.Inner",
    "method Main.Inner.go",
  ),
  "app/src/main/java/com/acme/app/Base.java": facts("package com.acme.app", "class Base", "method Base.start", "package class Beside"),
  "app/src/test/java/com/acme/app/MainTest.java": facts("package com.acme.app", "class MainTest"),
  "store/src/main/java/com/acme/store/Store.java": facts(
    "package com.acme.store",
    "class Store",
    "method Store.load: Entry",
    "class Entry",
    "method Entry.key",
    "class Store.Nested",
    "private method Store.near",
  ),
  "store/src/main/java/com/acme/store/Hidden.java": facts("package com.acme.store", "package class Hidden"),
  "store/src/main/java/com/acme/store/Fun.kt": "class Fun",
  "words/src/main/java/com/acme/words/Word.java": facts("package com.acme.words", "class Word"),
});
const main = "app/src/main/java/com/acme/app/Main.java";
const store = "store/src/main/java/com/acme/store/Store.java";

test("packages are folders below the source roots of all modules", async () => {
  expect(await code.module(main, "com.acme.words")).toBe("module words/src/main/java/com/acme/words/Word.java");
  expect(await code.module(main, "com.acme.store.Store")).toBe(`module ${store}`);
  expect(await code.module(main, "com.google.common.collect")).toBe("external");
  expect(await code.module(main, "java.util")).toBe("external");
});

test("imports are of types, of types in types, and of members", async () => {
  expect(await code.taken(main, "com.acme.store", "Store")).toBe(`${store}#Store`);
  expect(await code.taken(main, "com.acme.store.Store", "Nested")).toBe(`${store}#Store.Nested`);
  expect(await code.taken(main, "com.acme.store.Store", "load")).toBe(`${store}#Store.load`);
  expect(await code.taken(main, "com.acme.store", "Gone")).toBe("missing store/src/main/java/com/acme/store/Gone.java");
  expect(await code.taken(main, "com.acme.moved", "Gone")).toBe("missing com/acme/moved/Gone.java");
  expect(await code.taken(main, "com.acme.store", "Hidden")).toBe("hidden store/src/main/java/com/acme/store/Hidden.java#Hidden");
  expect(await code.taken(main, "com.acme.store", "Fun")).toBe("unknown");
  expect(await code.taken(main, "java.util", "List")).toBe("external");
});

test("a name is of the class, what it extends, the package, or a star", async () => {
  expect(await code.use(main, "name", "name", { within: "Main.run" })).toBe(`${main}#Main.name`);
  expect(await code.use(main, "Inner", "name", { within: "Main.run" })).toBe(`${main}#Main.Inner`);
  expect(await code.use(main, "start", "name", { within: "Main.run" })).toBe("app/src/main/java/com/acme/app/Base.java#Base.start");
  expect(await code.use(main, "Beside")).toBe("app/src/main/java/com/acme/app/Base.java#Beside");
  expect(await code.use("app/src/test/java/com/acme/app/MainTest.java", "Main.run", "value")).toBe(`${main}#Main.run`);
  expect(await code.use(main, "load")).toBe(`${store}#Store.load`);
  expect(await code.use(main, "Word")).toBe("words/src/main/java/com/acme/words/Word.java#Word");
  expect(await code.use(main, "String")).toBe("unbound");
});

test("members: what is private is not for others", async () => {
  expect(await code.use(main, "Store.load", "value")).toBe(`${store}#Store.load`);
  expect(await code.use(main, "Store.near", "value")).toBe(`hidden ${store}#Store.near`);
  expect(await code.use(main, "Store.gone", "value")).toBe(`missing ${store}`);
  expect(await code.use(main, "Store.hashCode", "value")).toBe("unknown");
  expect(await code.use(main, "load.key", "returned")).toBe(`${store}#Entry.key`);
});
