import { expect, test } from "vitest";
import { asked, facts } from "./code.ts";

const one = facts("function one", "export one");

test("a relative path means a file with or without an extension, the source of a compiled file, or the index of a folder", async () => {
  const code = asked({
    "src/a.ts": one,
    "src/b.tsx": one,
    "src/c.d.ts": one,
    "src/d.mts": one,
    "src/e/index.ts": one,
    "src/f.js": one,
    "src/f.ts": one,
  });
  expect(await code.module("src/x.ts", "./a")).toBe("module src/a.ts");
  expect(await code.module("src/x.ts", "./a.ts")).toBe("module src/a.ts");
  expect(await code.module("src/x.ts", "./a.js")).toBe("module src/a.ts");
  expect(await code.module("src/x.ts", "./b.js")).toBe("module src/b.tsx");
  expect(await code.module("src/x.ts", "./b.jsx")).toBe("module src/b.tsx");
  expect(await code.module("src/x.ts", "./c.js")).toBe("module src/c.d.ts");
  expect(await code.module("src/x.ts", "./d.mjs")).toBe("module src/d.mts");
  expect(await code.module("src/x.ts", "./e")).toBe("module src/e/index.ts");
  expect(await code.module("src/x.ts", "./e/")).toBe("module src/e/index.ts");
  expect(await code.module("src/e/y.ts", ".")).toBe("module src/e/index.ts");
  expect(await code.module("src/e/y.ts", "..")).toBe("missing src.ts");
  expect(await code.module("src/x.ts", "./f.js")).toBe("module src/f.ts");
  expect(await code.module("src/e/y.ts", "../a")).toBe("module src/a.ts");
  expect(await code.module("x.ts", "./src/f")).toBe("module src/f.ts");
});

test("a relative path to nothing is missing, unless it would be no code, or git ignores it", async () => {
  const code = asked({ "src/a.ts": one, "src/a.css": "", ".gitignore": "/src/generated/\n*.gen.ts\n!kept.gen.ts" });
  expect(await code.module("src/a.ts", "./b.js")).toBe("missing src/b.ts");
  expect(await code.module("src/a.ts", "./a.css")).toBe("external");
  expect(await code.module("src/a.ts", "./b.css")).toBe("unknown");
  expect(await code.module("src/a.ts", "./b.svg?raw")).toBe("external");
  expect(await code.module("src/a.ts", "./generated/client")).toBe("unknown");
  expect(await code.module("src/a.ts", "./one.gen")).toBe("unknown");
  expect(await code.module("src/a.ts", "./kept.gen")).toBe("missing src/kept.gen.ts");
  expect(await code.module("src/a.ts", "../../outside")).toBe("unknown");
});

test("aliases are those of the nearest tsconfig, with what it extends and what it refers to beside it", async () => {
  const code = asked({
    "tsconfig.base.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["lib/*/src"], }, } } // the end',
    "app/tsconfig.json": '{ "extends": "../tsconfig.base.json" /* , */ }',
    "app/main.ts": one,
    "lib/store/src/index.ts": one,
    "web/tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
    "web/tsconfig.app.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    "web/src/view.ts": one,
    "web/src/main.ts": one,
    "web/package.json": '{ "dependencies": { "@/kept": "1" } }',
  });
  expect(await code.module("app/main.ts", "@lib/store")).toBe("module lib/store/src/index.ts");
  expect(await code.module("app/main.ts", "lib/store/src/index.js")).toBe("module lib/store/src/index.ts");
  expect(await code.module("app/main.ts", "lib/gone")).toBe("missing lib/gone.ts");
  expect(await code.module("app/main.ts", "@lib/gone")).toBe("missing lib/gone/src.ts");
  expect(await code.module("app/main.ts", "lodash/fp")).toBe("external");
  expect(await code.module("web/src/main.ts", "@/view")).toBe("module web/src/view.ts");
  expect(await code.module("web/src/main.ts", "@/gone")).toBe("missing web/src/gone.ts");
  expect(await code.module("web/src/main.ts", "@/kept")).toBe("external");
});

test("without a tsconfig, @/ means the sources when something is there", async () => {
  const code = asked({ "web/package.json": "{}", "web/src/view.ts": one, "web/src/main.ts": one });
  expect(await code.module("web/src/main.ts", "@/view")).toBe("module web/src/view.ts");
  expect(await code.module("web/src/main.ts", "@/gone")).toBe("external");
});

const workspace = {
  "package.json": '{ "workspaces": ["packages/*", "!packages/private"] }',
  "packages/app/package.json": '{ "name": "app" }',
  "packages/app/src/main.ts": one,
  "packages/plain/package.json": '{ "name": "plain", "main": "dist/index.js", "types": "dist/index.d.ts" }',
  "packages/plain/src/index.ts": one,
  "packages/plain/src/deep/part.ts": one,
  "packages/mapped/package.json": JSON.stringify({
    name: "@acme/mapped",
    exports: {
      ".": { types: "./dist/types/main.d.ts", import: "./dist/main.mjs" },
      "./server": { "@acme/source": "./src/server/entry.ts", default: "./dist/server.js" },
      "./parts/*": { import: "./lib/parts/*.js" },
      "./built": "./dist/nowhere.js",
    },
    imports: { "#own": "./src/own.ts", "#dep": "plain" },
  }),
  "packages/mapped/src/main.ts": one,
  "packages/mapped/src/own.ts": one,
  "packages/mapped/src/server/entry.ts": one,
  "packages/mapped/src/parts/wheel.ts": one,
  "packages/set/package.json": '{ "name": "set", "exports": "./out/code/index.js" }',
  "packages/set/tsconfig.json": '{ "compilerOptions": { "rootDir": "code", "outDir": "out/code" } }',
  "packages/set/code/index.ts": one,
  "packages/private/package.json": '{ "name": "private" }',
  "packages/private/index.ts": one,
  "linked/package.json": '{ "name": "else", "main": "./start" }',
  "linked/start.js": one,
};

test("a package of the workspace is its sources, whatever its manifest says of what is built", async () => {
  const code = asked(workspace);
  const from = "packages/app/src/main.ts";
  expect(await code.module(from, "plain")).toBe("module packages/plain/src/index.ts");
  expect(await code.module(from, "plain/dist/deep/part")).toBe("module packages/plain/src/deep/part.ts");
  expect(await code.module(from, "plain/src/deep/part")).toBe("module packages/plain/src/deep/part.ts");
  expect(await code.module(from, "@acme/mapped")).toBe("module packages/mapped/src/main.ts");
  expect(await code.module(from, "@acme/mapped/server")).toBe("module packages/mapped/src/server/entry.ts");
  expect(await code.module(from, "@acme/mapped/parts/wheel")).toBe("module packages/mapped/src/parts/wheel.ts");
  expect(await code.module(from, "@acme/mapped/built")).toBe("unknown");
  expect(await code.module(from, "set")).toBe("module packages/set/code/index.ts");
  expect(await code.module(from, "private")).toBe("external");
  expect(await code.module(from, "react")).toBe("external");
  expect(await code.module(from, "node:fs")).toBe("external");
});

test("a package knows itself by its name and its own names for parts of it", async () => {
  const code = asked(workspace);
  expect(await code.module("packages/mapped/src/own.ts", "@acme/mapped")).toBe("module packages/mapped/src/main.ts");
  expect(await code.module("packages/mapped/src/main.ts", "#own")).toBe("module packages/mapped/src/own.ts");
  expect(await code.module("packages/mapped/src/main.ts", "#dep")).toBe("module packages/plain/src/index.ts");
});

test("workspaces of pnpm, and packages linked by a path", async () => {
  const { "package.json": _, ...packages } = workspace;
  const pnpm = asked({ ...packages, "pnpm-workspace.yaml": "packages:\n  - 'packages/*'\n" });
  expect(await pnpm.module("packages/app/src/main.ts", "plain")).toBe("module packages/plain/src/index.ts");
  const linked = asked({ ...packages, "packages/app/package.json": '{ "dependencies": { "other": "file:../../linked" } }' });
  expect(await linked.module("packages/app/src/main.ts", "other")).toBe("module linked/start.js");
});

test("exports are found by name, under another one, as the default, and through other modules", async () => {
  const code = asked({
    "a.ts": facts("function load", "class Store", "export load, load as read", "export Store as default", "variable own"),
    "b.ts": facts("export load as fetch from ./a", "export default as Store from ./a", "export * as all from ./a"),
    "c.ts": facts("import read as r from ./a", "import * as ns from ./a", "export r as again, ns"),
    "d.ts": facts("export * as * from ./c", "export * as * from ./b", "function again", "export again"),
  });
  expect(await code.offer("a.ts", "read")).toBe("a.ts#load");
  expect(await code.offer("a.ts", "default")).toBe("a.ts#Store");
  expect(await code.offer("a.ts", "own")).toBe("hidden a.ts#own");
  expect(await code.offer("a.ts", "gone")).toBe("missing a.ts");
  expect(await code.offer("b.ts", "fetch")).toBe("a.ts#load");
  expect(await code.offer("b.ts", "Store")).toBe("a.ts#Store");
  expect(await code.offer("b.ts", "all")).toBe("module a.ts");
  expect(await code.offer("c.ts", "again")).toBe("a.ts#load");
  expect(await code.offer("c.ts", "ns")).toBe("module a.ts");
  expect(await code.offer("d.ts", "fetch")).toBe("a.ts#load");
  expect(await code.offer("d.ts", "again")).toBe("d.ts#again");
  expect(await code.offer("d.ts", "default")).toBe("missing d.ts");
});

test("stars that go round in a circle end, and stars of what nobody can read may offer anything", async () => {
  const code = asked({
    "a.ts": facts("export * as * from ./b", "function one", "export one"),
    "b.ts": facts("export * as * from ./a"),
    "c.ts": facts("export * as * from ./a", "export * as * from react"),
    "d.ts": facts("export * as * from ./gone", "export two from ./a"),
  });
  expect(await code.offer("b.ts", "one")).toBe("a.ts#one");
  expect(await code.offer("b.ts", "two")).toBe("missing b.ts");
  expect(await code.offer("c.ts", "one")).toBe("a.ts#one");
  expect(await code.offer("c.ts", "two")).toBe("unknown");
  expect(await code.offer("d.ts", "two")).toBe("missing a.ts");
});

test("a script that exports by assignment may offer anything", async () => {
  const code = asked({ "a.js": facts("function one"), "b.js": facts("function one", "export one"), "c.ts": facts("function one") });
  expect(await code.offer("a.js", "two")).toBe("unknown");
  expect(await code.offer("b.js", "two")).toBe("missing b.js");
  expect(await code.offer("c.ts", "two")).toBe("missing c.ts");
});

test("an import of a module is the module, and of a name what the module offers", async () => {
  const code = asked({ "a.ts": one, "b.ts": facts() });
  expect(await code.taken("b.ts", "./a")).toBe("module a.ts");
  expect(await code.taken("b.ts", "./a", "*")).toBe("module a.ts");
  expect(await code.taken("b.ts", "./a", "one")).toBe("a.ts#one");
  expect(await code.taken("b.ts", "./a", "two")).toBe("missing a.ts");
  expect(await code.taken("b.ts", "./gone", "two")).toBe("missing gone.ts");
  expect(await code.taken("b.ts", "react", "useState")).toBe("external");
});
