import { code } from "../code.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  export function load(id: string): string {
    return "item " + id;
  }

  export const limit = 10;
`;

const loadText = 'export function load(id: string): string {\n  return "item " + id;\n}\n';

const loadGone = [[`${loadText}\n`, ""]] as const;

const caller = code`
  import { load } from "./store.ts";

  console.log(load("1"));
`;

const base = { "src/store.ts": store, "src/main.ts": code`console.log("hello");` };

/** A definition moves or changes so that what uses it goes on working. */
export const typescriptQuiet: readonly Scenario[] = [
  {
    name: "TypeScript: a function moves, its old module passes it on",
    base,
    alice: { "src/store.ts": [[loadText, 'export { load } from "./reading.ts";\n']], "src/reading.ts": loadText },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: a function moves behind a barrel, which still offers it",
    base: {
      ...base,
      "src/index.ts": code`
        export { load } from "./store.ts";
        export const version = 1;
      `,
    },
    alice: {
      "src/store.ts": loadGone,
      "src/reading.ts": loadText,
      "src/index.ts": [['{ load } from "./store.ts"', '{ load } from "./reading.ts"']],
    },
    bob: { "src/report.ts": caller.replace("./store.ts", "./index.ts") },
    expected: [],
  },
  {
    name: "TypeScript: a module moves, the path in the compiler's settings moves with it",
    base: { ...base, "tsconfig.json": code`{ "compilerOptions": { "baseUrl": ".", "paths": { "@store": ["src/store.ts"] } } }` },
    alice: { "src/data/store.ts": { from: "src/store.ts" }, "tsconfig.json": [["src/store.ts", "src/data/store.ts"]] },
    bob: { "src/report.ts": caller.replace("./store.ts", "@store") },
    expected: [],
  },
  {
    name: "TypeScript: a file becomes a folder with an index, the old way of importing it still works",
    base,
    alice: { "src/store/index.ts": { from: "src/store.ts" } },
    bob: { "src/report.ts": caller.replace("./store.ts", "./store") },
    expected: [],
  },
  {
    name: "TypeScript: only a comment and white space change in what is used",
    base,
    alice: { "src/store.ts": [["  return", "  // The server wants the word.\n\n  return"]] },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: only what is inside changes in what is used",
    base,
    alice: { "src/store.ts": [['"item " + id', "`item ${id}`"]] },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: an optional parameter is added",
    base,
    alice: { "src/store.ts": [["(id: string)", "(id: string, tenant?: string)"]] },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: a parameter with a default is added",
    base,
    alice: { "src/store.ts": [["(id: string)", '(id: string, tenant = "main")']] },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: an overload is added",
    base,
    alice: {
      "src/store.ts": [
        [
          "export function load(id: string): string {",
          "export function load(id: string): string;\nexport function load(id: string, from: number): string;\nexport function load(id: string, from = 0): string {",
        ],
      ],
    },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: a parameter is renamed",
    base,
    alice: {
      "src/store.ts": [
        ["load(id: string)", "load(key: string)"],
        ['"item " + id', '"item " + key'],
      ],
    },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: a function becomes async, a new call waits for it already",
    base,
    alice: { "src/store.ts": [["export function load(id: string): string", "export async function load(id: string): Promise<string>"]] },
    bob: { "src/report.ts": caller.replace("load(", "await load(") },
    expected: [],
  },
  {
    name: "TypeScript: a private helper is removed, what it helped is used",
    base: {
      ...base,
      "src/store.ts": code`
        const prefix = (id: string): string => "item " + id;

        export const load = (id: string): string => prefix(id);
      `,
    },
    alice: { "src/store.ts": code`export const load = (id: string): string => "item " + id;` },
    bob: { "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: a module moves with all that imports it, a new file takes it from a barrel that stays",
    base: { ...base, "src/index.ts": code`export * from "./store.ts";`, "src/old.ts": caller },
    alice: {
      "src/data/store.ts": { from: "src/store.ts" },
      "src/index.ts": code`export * from "./data/store.ts";`,
      "src/old.ts": caller.replace("./store.ts", "./data/store.ts"),
    },
    bob: { "src/report.ts": caller.replace("./store.ts", "./index.ts") },
    expected: [],
  },
  {
    name: "TypeScript: both move a module to the same place, one of them imports it from there",
    base,
    alice: { "src/data/store.ts": { from: "src/store.ts" } },
    bob: { "src/data/store.ts": { from: "src/store.ts" }, "src/report.ts": caller.replace("./store.ts", "./data/store.ts") },
    expected: [],
  },
  {
    name: "TypeScript: a function becomes a constant of the same kind",
    base,
    alice: { "src/store.ts": [[loadText, 'export const load = (id: string): string => "item " + id;\n']] },
    bob: { "src/report.ts": caller },
    expected: [],
  },
];
