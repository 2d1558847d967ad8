import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  export function load(id: string): string {
    return "item " + id;
  }

  export const limit = 10;
`;

const loadGone = [['export function load(id: string): string {\n  return "item " + id;\n}\n\n', ""]] as const;

const base = { "src/store.ts": store, "src/main.ts": code`console.log("hello");` };

/** One thing is taken away, and used in every way that the language has of taking things from elsewhere. */
export const typescriptWays: readonly Scenario[] = [
  {
    name: "TypeScript: used under another name",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/main.ts": code`
        import { load as read } from "./store.ts";
        console.log(read("1"));
      `,
    },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: used through a namespace import",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/main.ts": code`
        import * as store from "./store.ts";
        console.log(store.load("1"), store.limit);
      `,
    },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: used through a dynamic import",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/main.ts": code`
        const { load } = await import("./store.ts");
        console.log(load("1"));
      `,
    },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: the default export becomes a named one, a new file takes the default",
    base: {
      ...base,
      "src/client.ts": code`
        export default function connect(url: string): string {
          return url;
        }
      `,
    },
    alice: { "src/client.ts": [["export default function", "export function"]] },
    bob: {
      "src/main.ts": code`
        import connect from "./client.ts";
        connect("http://localhost");
      `,
    },
    expected: [{ kind: "semantic_conflict", severity: "high", files: ["src/client.ts", "src/main.ts"] }],
  },
  {
    name: "TypeScript: a type is removed, a new file imports it as a type",
    base: {
      ...base,
      "src/types.ts": code`
        export interface User {
          readonly name: string;
        }

        export interface Team {
          readonly users: readonly string[];
        }
      `,
    },
    alice: { "src/types.ts": [["export interface User {\n  readonly name: string;\n}\n\n", ""]] },
    bob: {
      "src/greet.ts": code`
        import type { User } from "./types.ts";

        export const greet = (user: User): string => "Hello " + user.name;
      `,
    },
    expected: [broken("src/types.ts#User", "src/greet.ts")],
  },
  {
    name: "TypeScript: removed behind a barrel that named it",
    base: {
      ...base,
      "src/index.ts": code`
        export { load, limit } from "./store.ts";
        export const version = 1;
      `,
    },
    alice: { "src/store.ts": loadGone, "src/index.ts": [["load, limit", "limit"]] },
    bob: {
      "src/main.ts": code`
        import { load } from "./index.ts";
        console.log(load("1"));
      `,
    },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: removed behind two barrels that pass on everything",
    base: {
      ...base,
      "src/index.ts": code`export * from "./data/index.ts";`,
      "src/data/index.ts": code`export * from "../store.ts";`,
    },
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/main.ts": code`
        import { load } from "./index.ts";
        console.log(load("1"));
      `,
    },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: removed from a barrel only, a new file takes it from there",
    base: {
      ...base,
      "src/index.ts": code`
        export { load } from "./store.ts";
        export const version = 1;
      `,
    },
    alice: { "src/index.ts": [['export { load } from "./store.ts";\n', ""]] },
    bob: {
      "src/main.ts": code`
        import { load } from "./index.ts";
        console.log(load("1"));
      `,
    },
    expected: [{ kind: "semantic_conflict", severity: "high", files: ["src/store.ts", "src/main.ts"] }],
  },
  {
    name: "TypeScript: removed, and passed on by a barrel of the other side",
    base,
    alice: { "src/store.ts": loadGone },
    bob: { "src/index.ts": code`export { load } from "./store.ts";` },
    expected: [broken("src/store.ts#load", "src/index.ts")],
  },
  {
    name: "TypeScript: removed behind a path that the compiler's settings name",
    base: {
      ...base,
      "tsconfig.json": code`{ "compilerOptions": { "baseUrl": ".", "paths": { "@app/*": ["src/*"] } } }`,
    },
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/feature/report.ts": code`
        import { load } from "@app/store";

        export const report = load("1");
      `,
    },
    expected: [broken("src/store.ts#load", "src/feature/report.ts")],
  },
  {
    name: "TypeScript: removed from a package of the workspace, another package takes it by the package's name",
    base: {
      "package.json": code`{ "name": "shop", "private": true, "workspaces": ["packages/*"] }`,
      "packages/core/package.json": code`{ "name": "@shop/core", "version": "1.0.0", "main": "src/index.ts" }`,
      "packages/core/src/index.ts": code`export * from "./store";`,
      "packages/core/src/store.ts": store,
      "packages/web/package.json": code`{ "name": "@shop/web", "version": "1.0.0", "dependencies": { "@shop/core": "1.0.0" } }`,
      "packages/web/src/main.ts": code`console.log("hello");`,
    },
    alice: { "packages/core/src/store.ts": loadGone },
    bob: {
      "packages/web/src/main.ts": code`
        import { load } from "@shop/core";
        console.log(load("1"));
      `,
    },
    expected: [broken("packages/core/src/store.ts#load", "packages/web/src/main.ts")],
  },
  {
    name: "TypeScript: an import that nobody needs is removed, the other side begins to need it in the same file",
    base: {
      ...base,
      "src/main.ts": code`
        import { load } from "./store.ts";

        export const first = load("1");

        export const limit = 80;

        export const indent = "  ";

        export const last = "2";
      `,
    },
    alice: {
      "src/main.ts": [
        ['import { load } from "./store.ts";\n\n', ""],
        ['load("1")', '"1"'],
      ],
    },
    bob: { "src/main.ts": [['last = "2"', 'last = load("2")']] },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: exported under another name from now on, a new file takes it under the old one",
    base: { ...base, "src/list.ts": "const first = 1;\nconst last = 9;\n\nexport { first, last };\n" },
    alice: { "src/list.ts": [["{ first, last }", "{ first as start, last }"]] },
    bob: {
      "src/main.ts": code`
        import { first } from "./list.ts";
        console.log(first);
      `,
    },
    expected: [broken("src/list.ts#first", "src/main.ts")],
  },
];
