import { expect, test } from "vitest";
import { breaksOf, type Edits, type Files } from "./code.ts";

const base: Files = {
  "src/store.ts":
    "export function load(id: string) {\n  return read(id, 1);\n}\nexport function save(id: string) {\n  return write(id);\n}\nfunction read(id: string, n: number) {\n  return id.repeat(n);\n}\nfunction write(id: string) {\n  return id;\n}\n",
  "src/index.ts": 'export * from "./store.js";\n',
  "src/app.ts": 'import { save } from "./store.js";\nexport const app = () => save("1");\n',
};
const store = base["src/store.ts"] ?? "";
const using = (text: string, from = "./store.js") => ({ "src/new.ts": `import { load } from "${from}";\n${text}\n` });
const call = using('export const page = () => load("1");');

const removed = { "src/store.ts": store.replace(/export function load[^}]*\}\n/, "") };
const renamed = { "src/store.ts": store.replace("function load", "function loadUser") };

test.each<[string, Edits, Edits, string[]]>([
  ["removed", removed, call, ["ours removed src/store.ts#load: src/new.ts:1 import, src/new.ts:2 call"]],
  ["renamed", renamed, call, ["ours renamed src/store.ts#load to src/store.ts#loadUser: src/new.ts:1 import, src/new.ts:2 call"]],
  [
    "through a barrel",
    removed,
    using('export const page = () => load("1");', "./index.js"),
    ["ours removed src/store.ts#load: src/new.ts:1 import, src/new.ts:2 call"],
  ],
  [
    "made private",
    { "src/store.ts": store.replace("export function load", "function load") },
    call,
    ["ours made private src/store.ts#load to src/store.ts#load: src/new.ts:1 import, src/new.ts:2 call"],
  ],
  [
    "moved",
    { ...removed, "src/loading.ts": "export function load(id: string) {\n  return read(id, 1);\n}\n" },
    call,
    ["ours moved src/store.ts#load to src/loading.ts#load: src/new.ts:1 import, src/new.ts:2 call"],
  ],
  [
    "its module moved",
    {
      "src/data/store.ts": { from: "src/store.ts" },
      "src/index.ts": 'export * from "./data/store.js";\n',
      "src/app.ts": base["src/app.ts"]?.replace("./store", "./data/store") ?? "",
    },
    call,
    ["ours module moved src/store.ts#load to src/data/store.ts#load: src/new.ts:1 import, src/new.ts:2 call"],
  ],
  [
    "one more required parameter",
    { "src/store.ts": store.replace("load(id: string)", "load(id: string, deep: boolean)") },
    call,
    ["ours signature changed src/store.ts#load to src/store.ts#load: src/new.ts:2 call"],
  ],
  [
    "became async",
    { "src/store.ts": store.replace("export function load", "export async function load") },
    call,
    ["ours became async src/store.ts#load to src/store.ts#load: src/new.ts:2 call"],
  ],
  [
    "a re-export is dropped",
    { "src/index.ts": 'export { save } from "./store.js";\n' },
    using("export const page = load;", "./index.js"),
    ["ours not re-exported src/store.ts#load: src/new.ts:1 import, src/new.ts:2 value"],
  ],
  [
    "in the very file that defines it",
    removed,
    { "src/store.ts": `${store}export const first = () => load("1");\n` },
    ["ours removed src/store.ts#load: src/store.ts:13 call"],
  ],
  [
    "an import is tidied away",
    { "src/app.ts": "export const app = () => null;\n" },
    { "src/app.ts": `${base["src/app.ts"]}export const twice = () => save("2");\n` },
    ["ours import removed src/store.ts#save: src/app.ts:3 call"],
  ],
])("%s: the other side's use breaks", async (_, ours, theirs, expected) => {
  expect(await breaksOf(base, ours, theirs)).toEqual(expected);
  expect(await breaksOf(base, theirs, ours)).toEqual(expected.map((one) => one.replace("ours", "theirs")));
});

test.each<[string, Edits, Edits]>([
  ["a name in a comment or a string", removed, { "src/new.ts": '// load\nexport const page = "load";\n' }],
  [
    "the same name from another module",
    removed,
    { "src/other.ts": "export const load = 1;\n", ...using("export const page = load;", "./other.js") },
  ],
  [
    "a local of that name",
    removed,
    { "src/new.ts": 'import { save } from "./store.js";\nexport const page = (load: () => void) => load();\n' },
  ],
  [
    "a use of another export of the same module",
    removed,
    { "src/new.ts": 'import { save } from "./store.js";\nexport const page = () => save("1");\n' },
  ],
  ["both remove it", removed, removed],
  [
    "the user knows the new name already",
    renamed,
    { ...renamed, "src/new.ts": 'import { loadUser } from "./store.js";\nexport const page = loadUser;\n' },
  ],
  [
    "moved, and still re-exported from where it was",
    {
      "src/store.ts": `export { load } from "./loading.js";\n${store.replace(/export function load[^}]*\}\n/, "")}`,
      "src/loading.ts": "export function load(id: string) {\n  return id;\n}\n",
    },
    call,
  ],
  ["a parameter that may be left out", { "src/store.ts": store.replace("load(id: string)", "load(id: string, deep = false)") }, call],
  ["a parameter by another name", { "src/store.ts": store.replaceAll("id", "key") }, call],
  ["another body", { "src/store.ts": store.replace("read(id, 1)", "read(id, 2)") }, call],
  [
    "a caller that the remover forgot",
    { "src/store.ts": store.replace(/export function save[^}]*\}\n/, "") },
    { "src/app.ts": `// app\n${base["src/app.ts"]}` },
  ],
  [
    "async, and awaited",
    { "src/store.ts": store.replace("export function load", "export async function load") },
    using('export const page = async () => await load("1");'),
  ],
  ["a private helper removed", { "src/store.ts": store.replace("read(id, 1)", "id").replace(/function read[^}]*\}\n/, "") }, call],
])("%s: nothing breaks", async (_, ours, theirs) => {
  expect(await breaksOf(base, ours, theirs)).toEqual([]);
  expect(await breaksOf(base, theirs, ours)).toEqual([]);
});

test("a caller that the remover forgot is his own, and a second use beside it is not", async () => {
  const ours = { "src/store.ts": store.replace(/export function save[^}]*\}\n/, "") };
  const theirs = { "src/app.ts": `${base["src/app.ts"]}export const again = () => save("2");\n` };
  expect(await breaksOf(base, ours, theirs)).toHaveLength(1);
});

test("members of types, of values whose type is known", async () => {
  const types: Files = {
    "user.ts":
      "export interface User {\n  id: string;\n  email: string;\n}\nexport enum Color { Red, Blue }\nexport class Box {\n  open() {}\n  close() {}\n}\n",
  };
  const changed = { "user.ts": (types["user.ts"] ?? "").replace("email", "mail").replace("Red, ", "").replace("  close() {}\n", "") };
  const theirs = {
    "new.ts":
      'import { User, Color, Box } from "./user";\nexport const a = (u: User) => u.email + u.id;\nexport const b = Color.Red;\nconst box = new Box();\nbox.close();\nexport const email = 1;\n',
  };
  expect(await breaksOf(types, changed, theirs)).toEqual([
    "ours renamed user.ts#User.email to user.ts#User.mail: new.ts:2 value",
    "ours removed user.ts#Color.Red: new.ts:3 value",
    "ours removed user.ts#Box.close: new.ts:5 call",
  ]);
});

test("what is asked of a thing that is gone breaks because of that thing alone", async () => {
  const team: Files = {
    "src/team.ts": 'export interface Member {\n  name: string;\n}\nexport function leader(): Member {\n  return { name: "Ada" };\n}\n',
  };
  const page = { "src/page.ts": 'import { leader } from "./team.js";\nexport const title = () => leader().name;\n' };
  const without = { "src/team.ts": team["src/team.ts"]?.replace(/export function[^}]*\}[^}]*\}\n/, "") ?? "" };
  expect(await breaksOf(team, without, page)).toEqual(["ours removed src/team.ts#leader: src/page.ts:1 import, src/page.ts:2 value"]);
  const nameless = { "src/team.ts": team["src/team.ts"]?.replace("  name: string;\n", "") ?? "" };
  expect(await breaksOf(team, nameless, page)).toEqual(["ours removed src/team.ts#Member.name: src/page.ts:2 value"]);
});

test("what a file has from its package breaks without an import", async () => {
  const java: Files = {
    "com/acme/Store.java": "package com.acme;\n\nclass Store {\n  static void load() {}\n}\n",
    "com/acme/Main.java": "package com.acme;\n\nclass Main {}\n",
  };
  const shelf = { "com/acme/Shelf.java": "package com.acme;\n\nclass Shelf {\n  void fill() {\n    Store.load();\n  }\n}\n" };
  expect(await breaksOf(java, { "com/acme/Store.java": null }, shelf)).toEqual([
    "ours module deleted com/acme/Store.java#Store: com/acme/Shelf.java:5 call",
  ]);
});

test("what a type inherits from elsewhere may stand in for a method that goes, hardly for a field or for a method that is renamed", async () => {
  const models = (body: string, parent = "models.Model") => ({
    "shop/models.py": `from django.db import models\n\nclass Order(${parent}):\n    total = models.DecimalField()\n    id = models.UUIDField()\n${body}`,
  });
  const save = "    def save(self):\n        self.close()\n";
  const open = "    def is_open(self):\n        return self.total > 0\n";
  const base: Files = models(save + open);
  const asks = (what: string) => ({
    "shop/use.py": `from shop.models import Order\n\ndef use(order: Order):\n    return order.${what}\n`,
  });
  const without = (text: string, to = ""): Edits => ({ "shop/models.py": (base["shop/models.py"] ?? "").replace(text, to) });
  expect(await breaksOf(base, without("    total = models.DecimalField()\n"), asks("total"))).toEqual([
    "ours removed shop/models.py#Order.total: shop/use.py:4 value",
  ]);
  expect(await breaksOf(base, without("is_open", "is_pending"), asks("is_open()"))).toEqual([
    "ours renamed shop/models.py#Order.is_open to shop/models.py#Order.is_pending: shop/use.py:4 call",
  ]);
  expect(await breaksOf(base, without(save), asks("save()"))).toEqual([]);
  expect(await breaksOf(base, without("    id = models.UUIDField()\n"), asks("id"))).toEqual([]);
  const elsewhere = models(save + open, "Priced")["shop/models.py"].replace("    total = models.DecimalField()\n", "");
  expect(await breaksOf(base, { "shop/models.py": `from prices import Priced\n${elsewhere}` }, asks("total"))).toEqual([]);
});

test.each([
  [
    "Vue",
    "src/Page.vue",
    '<script setup lang="ts">\nimport { load } from "./store";\nload("1");\n</script>\n<template><p>load</p></template>\n',
  ],
  ["Svelte", "src/Page.svelte", '<p>load</p>\n<script>\nimport { load } from "./store";\n$: page = load("1");\n</script>\n'],
])("a component's script: %s", async (_, path, text) => {
  expect(await breaksOf(base, renamed, { [path]: text })).toHaveLength(1);
  expect(await breaksOf(base, renamed, { [path]: text.replace(/<script[^]*<\/script>/, "<script>load(1)</script>") })).toEqual([]);
});

test("a member of a class whose bodies and parameters hold brackets of all kinds", async () => {
  const node = (name: string) =>
    `export class Node {\n  rows = [\n    [1, 2],\n  ];\n  ${name} = 1;\n  all(by: { [key: string]: number }) {\n    const [a] = [by];\n    return [\n      [a],\n    ];\n  }\n}\n`;
  const use = { "use.ts": 'import { Node } from "./node";\nexport const f = (node: Node) => node.size;\n' };
  expect(await breaksOf({ "node.ts": node("size") }, { "node.ts": node("length") }, use)).toHaveLength(1);
  const open = (name: string) => node(name).replace("rows =", "[key: string]: unknown;\n  rows =");
  expect(await breaksOf({ "node.ts": open("size") }, { "node.ts": open("length") }, use)).toEqual([]);
});

test("what goes from a file that the grammar does not know all of is gone; from one that is being typed in, nobody knows", async () => {
  const odd = 'export type * from "./types";\n';
  const files = { "odd.ts": `${odd}export const load = (id: string) => id;\n`, "types.ts": "export type T = 1;\n" };
  const use = { "use.ts": 'import { load } from "./odd";\nexport const f = () => load("1");\n' };
  expect(await breaksOf(files, { "odd.ts": `${odd}export const read = (id: string) => id;\n` }, use)).toHaveLength(1);
  const barrel = {
    "odd.ts": `${odd}export * from "./store";\n`,
    "types.ts": "export type T = 1;\n",
    "store.ts": "export const load = (id: string) => id;\n",
  };
  expect(await breaksOf(barrel, { "store.ts": "export const read = (id: string) => id;\n" }, use)).toHaveLength(1);
  expect(await breaksOf(barrel, { "store.ts": "export const load = (id: string) => `${id}`;\n" }, use)).toEqual([]);
  expect(await breaksOf(barrel, { "store.ts": null, "odd.ts": odd }, use)).toHaveLength(1);
});

test("a method beside an accessor that is kept", async () => {
  const reader = (name: string) =>
    `export class Reader {\n  public ${name}(id: string) { return id; }\n  protected get path() { return ""; }\n}\n`;
  const use = { "use.ts": 'import type { Reader } from "./reader";\nexport const f = (reader: Reader) => reader.get("1");\n' };
  expect(await breaksOf({ "reader.ts": reader("get") }, { "reader.ts": reader("read") }, use)).toHaveLength(1);
});

test("attributes that are set on an object make no name of the module", async () => {
  const models = (name: string) =>
    `${name} = {"a"}\n\n\nclass Model:\n    def fill(self, name, value):\n        setattr(self, name, value)\n`;
  const use = { "pkg/report.py": "from pkg.models import SECRET\n\nprint(SECRET)\n" };
  const files = { "pkg/__init__.py": "", "pkg/models.py": models("SECRET") };
  expect(await breaksOf(files, { "pkg/models.py": models("HIDDEN") }, use)).toHaveLength(1);
  const dynamic = (name: string) => `import sys\n${models(name).replace("self, name", "sys.modules[__name__], name")}`;
  expect(await breaksOf({ ...files, "pkg/models.py": dynamic("SECRET") }, { "pkg/models.py": dynamic("HIDDEN") }, use)).toEqual([]);
});
