import { code } from "../code.ts";
import { oneFile } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  export function load(id: string): string {
    return "item " + id;
  }

  export const limit = 10;
`;

const loadText = 'export function load(id: string): string {\n  return "item " + id;\n}\n';

const loadGone = [[`${loadText}\n`, ""]] as const;

const loadRenamed = [["function load", "function fetchItem"]] as const;

const caller = code`
  import { load } from "./store.ts";

  console.log(load("1"));
`;

const base = { "src/store.ts": store, "src/main.ts": code`console.log("hello");` };

/** A definition goes while the other side says something that only sounds as if it needed it, or needs it no more. */
export const typescriptNames: readonly Scenario[] = [
  {
    name: "TypeScript: another module defines the name that is used",
    base: { ...base, "src/cache.ts": store },
    alice: { "src/store.ts": loadGone },
    bob: { "src/report.ts": caller.replace("./store.ts", "./cache.ts") },
    expected: [],
  },
  {
    name: "TypeScript: the name stands in a comment only",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        /** As many as load(id) from "./store.ts" would give. */
        export const most = limit; // load(most)
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name stands in a string only",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const usage = 'import { load } from "./store.ts"; load(' + limit + ")";
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is that of a parameter",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const report = (load: (id: string) => string): string => load(String(limit));
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is that of a variable in the function",
    base,
    alice: { "src/store.ts": loadRenamed },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const report = (): number => {
          const load = (size: number): number => size * 2;
          return load(limit);
        };
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is a method of something else",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const report = (image: HTMLImageElement, script: { load(size: number): void }): void => script.load(limit);
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a package from elsewhere has the name of the module",
    base,
    alice: { "src/store.ts": loadGone },
    bob: { "src/report.ts": caller.replace("./store.ts", "store") },
    expected: [],
  },
  {
    name: "TypeScript: both rename a function in the same way, one of them uses it under the new name",
    base,
    alice: { "src/store.ts": loadRenamed },
    bob: { "src/store.ts": loadRenamed, "src/report.ts": caller.replaceAll("load", "fetchItem") },
    expected: [],
  },
  {
    name: "TypeScript: both delete a module",
    base,
    alice: { "src/store.ts": null, "src/main.ts": code`console.log("alice");` },
    bob: { "src/store.ts": null, "src/other.ts": code`export const other = 1;` },
    expected: [],
  },
  {
    name: "TypeScript: a function is removed and one of its callers forgotten, the other side works elsewhere",
    base: { ...base, "src/old.ts": caller },
    alice: { "src/store.ts": loadGone },
    bob: { "src/main.ts": code`console.log("bob");` },
    expected: [],
  },
  {
    name: "TypeScript: a function is removed and a caller forgotten, whose file the other side changes in another place",
    base: { ...base, "src/old.ts": `${caller}\nexport const colour = "red";\n` },
    alice: { "src/store.ts": loadGone },
    bob: { "src/old.ts": [['"red"', '"blue"']] },
    expected: [],
  },
  {
    name: "TypeScript: one side removes a function, the other its last caller",
    base: { ...base, "src/main.ts": caller },
    alice: { "src/store.ts": loadGone },
    bob: { "src/main.ts": code`console.log("hello");` },
    expected: [],
  },
  {
    name: "TypeScript: a function is removed, a type from the same module is imported",
    base: { ...base, "src/store.ts": `${store}\nexport interface Item {\n  readonly id: string;\n}\n` },
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import type { Item } from "./store.ts";

        export const nameOf = (item: Item): string => item.id;
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a function is removed that nobody uses, a new one of that name stands in a file of its own",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        const load = (id: string): string => id.trim();

        export const report = load("1");
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a function is removed, and the other side brings one of that name through the same module",
    base: { ...base, "src/store.ts": `export * from "./extra.ts";\n\n${store}`, "src/extra.ts": code`export const extra = 1;` },
    alice: { "src/store.ts": loadGone },
    bob: { "src/extra.ts": `export const extra = 1;\n\n${loadText}`, "src/report.ts": caller },
    expected: [],
  },
  {
    name: "TypeScript: a function is removed, and a use of another one is added in the same file",
    base: {
      "src/text.ts": code`
        export const shout = (text: string): string => text.toUpperCase();

        export const whisper = (text: string): string => text.toLowerCase();

        export const limit = 80;

        export const indent = "  ";

        export const bullet = (text: string): string => "- " + text;
      `,
    },
    alice: { "src/text.ts": [["export const shout = (text: string): string => text.toUpperCase();\n\n", ""]] },
    bob: { "src/text.ts": [['"- " + text', '"- " + whisper(text)']] },
    expected: [oneFile("src/text.ts", "medium")],
  },
];
