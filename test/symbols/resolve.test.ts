import { expect, test } from "vitest";
import type { FileFacts } from "../../src/model/code.ts";
import { asked, facts, treeOf } from "./modules/code.ts";
import { Resolver } from "../../src/symbols/resolve.ts";

const code = asked({
  "store.ts": facts(
    "class Store < Base, Named",
    "method Store.load: Entry",
    "field Store.first: Entry",
    "private field Store.secret",
    "field Store.any",
    "enum Color",
    "field Color.Red",
    "function open: Store",
    "function make",
    "import Base from ./base",
    "interface Named",
    "field Named.title",
    "interface Entry",
    "field Entry.key",
    "variable main: Store",
    "variable table",
    "method table.find",
    "variable plain",
    "type Shape",
    "module names",
    "field names.inner",
    "export Store, Color, open, make, main, table, plain, Shape, names",
  ),
  "base.ts": facts("class Base", "method Base.close", "export Base"),
  "loop.ts": facts(
    "class One < Two",
    "class Two < One",
    "class Far < React.Component",
    "class Mixed < mixin(Base)",
    "export One, Far, Mixed",
  ),
  "use.ts": facts(
    "import Store, Color, open, make, main, table, plain, Shape, names from ./store",
    "import * as store from ./store",
    "import One, Far, Mixed from ./loop",
    "import gone from ./store",
    "import useState from react",
    "function own",
  ),
});
const use = (path: string, through: "name" | "value" | "returned" = "name") => code.use("use.ts", path, through);

test("a name is what the file defines or imports, or nothing of the file's", async () => {
  expect(await use("own")).toBe("use.ts#own");
  expect(await use("open")).toBe("store.ts#open");
  expect(await use("gone")).toBe("missing store.ts");
  expect(await use("useState")).toBe("external");
  expect(await use("console")).toBe("unbound");
});

test("a step from a module is to what it offers", async () => {
  expect(await use("store")).toBe("module store.ts");
  expect(await use("store.open")).toBe("store.ts#open");
  expect(await use("store.gone")).toBe("missing store.ts");
  expect(await use("store.Entry")).toBe("hidden store.ts#Entry");
  expect(await use("store.Color.Red")).toBe("store.ts#Color.Red");
  expect(await use("names.inner")).toBe("store.ts#names.inner");
  expect(await use("useState.any")).toBe("external");
});

test("a member is of the type, or of what it inherits from", async () => {
  expect(await use("Color.Red")).toBe("store.ts#Color.Red");
  expect(await use("Color.Blue")).toBe("missing store.ts");
  expect(await use("Store.load", "value")).toBe("store.ts#Store.load");
  expect(await use("Store.close", "value")).toBe("base.ts#Base.close");
  expect(await use("Store.title", "value")).toBe("store.ts#Named.title");
  expect(await use("Store.gone", "value")).toBe("missing store.ts");
  expect(await use("Store.secret", "value")).toBe("hidden store.ts#Store.secret");
  expect(await use("Store.toString", "value")).toBe("unknown");
});

test("what may be inherited from elsewhere is not called missing", async () => {
  expect(await use("Far.render", "value")).toBe("unknown");
  expect(await use("Mixed.render", "value")).toBe("unknown");
  expect(await use("One.gone", "value")).toBe("missing loop.ts");
});

test("a variable or a field has the members of its type, when it says so", async () => {
  expect(await use("main.load")).toBe("store.ts#Store.load");
  expect(await use("main.gone")).toBe("missing store.ts");
  expect(await use("Store.first.key", "value")).toBe("store.ts#Entry.key");
  expect(await use("Store.any.key", "value")).toBe("unknown");
  expect(await use("plain.any")).toBe("unknown");
});

test("the value of a function is of the type that it returns", async () => {
  expect(await use("open.load", "returned")).toBe("store.ts#Store.load");
  expect(await use("open.gone", "returned")).toBe("missing store.ts");
  expect(await use("make.load", "returned")).toBe("unknown");
  expect(await use("store.open.load", "returned")).toBe("store.ts#Store.load");
  expect(await use("main.load.key", "returned")).toBe("store.ts#Entry.key");
  expect(await use("Store.load", "returned")).toBe("store.ts#Store.load");
});

/** Facts with the text that they are of, a line each. */
const withText = (text: string, of: FileFacts) => {
  const tree = treeOf({ "a.ts": of });
  return new Resolver({ ...tree, text: async (path) => (path === "a.ts" ? text : undefined) });
};
const kindOf = async (text: string, of: FileFacts, path: readonly string[]): Promise<string> =>
  (await withText(text, of).resolveUse("a.ts", of, { path, through: "value", line: 1, within: null })).kind;

test("types that may have more than their facts show", async () => {
  const one = facts("interface A", "field A.b");
  expect(await kindOf("interface A { b: string }", one, ["A", "c"])).toBe("missing");
  expect(await kindOf("interface A { b: string; [key: string]: string }", one, ["A", "c"])).toBe("unknown");
  expect(await kindOf("interface A extends Omit<B<C>, 'd'> { b: string }", one, ["A", "c"])).toBe("unknown");
  const type = facts("type A", "field A.b");
  expect(await kindOf("type A = { b: string };", type, ["A", "c"])).toBe("missing");
  expect(await kindOf("type A = { b: string } & C", type, ["A", "c"])).toBe("unknown");
  expect(await kindOf("type A = { [K in keyof B]: string }", type, ["A", "c"])).toBe("unknown");
  const klass = facts("class A", "field A.b");
  expect(await kindOf("class A { b = 1; constructor(private c: string) {} }", klass, ["A", "c"])).toBe("unknown");
  expect(await kindOf("class A { b = 1; f() { this.c = 1 } }", klass, ["A", "c"])).toBe("unknown");
  const object = facts("variable A", "field A.b");
  expect(await kindOf("const A = { b: 1 }", object, ["A", "c"])).toBe("missing");
  expect(await kindOf("const A = { b: 1, ...more }", object, ["A", "c"])).toBe("unknown");
  expect(await kindOf("const A = { b: 1 }; A.c = 2", object, ["A", "c"])).toBe("unknown");
});

test("a class has a name and a length, its instances only when they say so", async () => {
  const of = facts("class A", "field A.b", "interface B", "field B.c", "variable one: A", "function make: A");
  const meaning = async (path: string, through: "name" | "value" | "returned", text = "class A { b = 1 }") =>
    (await withText(text, of).resolveUse("a.ts", of, { path: path.split("."), through, line: 1, within: null })).kind;
  expect(await meaning("A.name", "name")).toBe("unknown");
  for (const member of ["name", "length", "call"]) {
    expect(await meaning(`A.${member}`, "value")).toBe("missing");
    expect(await meaning(`one.${member}`, "name")).toBe("missing");
    expect(await meaning(`make.${member}`, "returned")).toBe("missing");
  }
  expect(await meaning("A.toString", "value")).toBe("unknown");
  expect(await meaning("B.length", "value", "\n\ninterface B { c: string; load(id: string): void }")).toBe("missing");
  expect(await meaning("B.length", "value", "\n\ninterface B { c: string; (id: string): void }")).toBe("unknown");
  expect(await meaning("B.length", "value", "\n\ninterface B { new <T>(id: T): A }")).toBe("unknown");
});

test("files that are not read, or only in part, make nothing missing", async () => {
  const torn: FileFacts = { ...facts("class A", "export A"), syntaxError: 3 };
  const tree = treeOf({ "torn.ts": torn, "use.ts": facts("import A, b from ./torn", "import c from ./large") });
  const resolver = new Resolver({
    ...tree,
    entries: async (folder) => new Map([...((await tree.entries(folder)) ?? []), ["large.ts", "file" as const]]),
    facts: async (path) => (path === "large.ts" ? { reason: "it is 3 MB long" } : tree.facts(path)),
  });
  const asks = async (module: string, name: string) => resolver.resolveImport("use.ts", { module, line: 1 }, name);
  expect((await asks("./torn", "A")).kind).toBe("definition");
  expect((await asks("./torn", "b")).kind).toBe("unknown");
  expect(await asks("./large", "c")).toEqual({ kind: "unknown", reason: "large.ts was not read: it is 3 MB long" });
  expect(await resolver.modulesOf("README.md", "./torn")).toEqual({ kind: "unknown", reason: "README.md is in no language that is read" });
});

test("what CommonJS exports is seen where it is plain", async () => {
  const answer = async (text: string, of: FileFacts, name: string) => {
    const tree = treeOf({ "a.js": of, "use.js": facts() });
    const resolver = new Resolver({ ...tree, text: async () => text });
    return (await resolver.resolveImport("use.js", { module: "./a", line: 1 }, name)).kind;
  };
  const listed = facts("function one", "export one");
  expect(await answer("function one() {}\nmodule.exports = { one }", listed, "one")).toBe("definition");
  expect(await answer("function one() {}\nmodule.exports = { one }", listed, "two")).toBe("missing");
  expect(await answer("function one() {}\nmodule.exports = { one, two: 2 }", listed, "two")).toBe("unknown");
  expect(await answer("function one() {}\nmodule.exports = { one, ...more }", listed, "two")).toBe("unknown");
  expect(await answer("const all = {}\nmodule.exports = all", facts("variable all", "export all as default"), "two")).toBe("unknown");
  expect(await answer("export const one = 1\nexport default { one }", listed, "default")).toBe("unknown");
  expect(await answer("export const one = 1", listed, "default")).toBe("missing");
});
