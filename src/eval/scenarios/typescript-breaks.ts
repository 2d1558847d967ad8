import { code } from "../code.ts";
import { broken, unreachable } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  export function load(id: string): string {
    return "item " + id;
  }

  export function save(id: string, text: string): void {
    console.log(id, text);
  }
`;

const base = { "src/store.ts": store, "src/main.ts": code`console.log("hello");` };

const loadGone = [[store.slice(0, store.indexOf("export function save")), ""]] as const;

const report = code`
  import { load } from "./store.ts";

  export const report = (ids: string[]): string => ids.map((id) => load(id)).join();
`;

/** What a module offers is taken away, or becomes something else, while the other side begins to use it. */
export const typescriptBreaks: readonly Scenario[] = [
  {
    name: "TypeScript: a function is removed, a new file calls it",
    base,
    alice: { "src/store.ts": loadGone },
    bob: { "src/report.ts": report },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: a function is removed in a commit, a committed file calls it",
    base,
    alice: { "src/store.ts": loadGone },
    bob: { "src/report.ts": report },
    committed: ["alice", "bob"],
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: a function is renamed, a file that was there begins to call it",
    base,
    alice: {
      "src/main.ts": code`
        import { load } from "./store.ts";
        console.log(load("1"));
      `,
    },
    bob: { "src/store.ts": [["function load", "function fetchItem"]] },
    committed: ["alice"],
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: a function is renamed with all its callers, another file calls it",
    base: { ...base, "src/old.ts": report },
    alice: {
      "src/store.ts": [["function load", "function fetchItem"]],
      "src/old.ts": report.replaceAll("load", "fetchItem"),
    },
    bob: {
      "src/main.ts": code`
        import { load } from "./store.ts";
        console.log(load("1"));
      `,
    },
    expected: [broken("src/store.ts#load", "src/main.ts")],
  },
  {
    name: "TypeScript: a function moves to another module, a new file takes it from the old one",
    base,
    alice: { "src/store.ts": loadGone, "src/reading.ts": store.slice(0, store.indexOf("\nexport function save")) },
    bob: { "src/report.ts": report },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: a function is not exported any more, a new file imports it",
    base,
    alice: { "src/store.ts": [["export function load", "function load"]] },
    bob: { "src/report.ts": report },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: a module moves to another folder, a new file imports it from the old one",
    base,
    alice: { "src/data/store.ts": { from: "src/store.ts" } },
    bob: { "src/report.ts": report },
    expected: [unreachable("src/store.ts", "src/report.ts")],
  },
  {
    name: "TypeScript: a module is deleted, a new file imports it",
    base,
    alice: { "src/store.ts": null },
    bob: { "src/report.ts": report },
    expected: [unreachable("src/store.ts", "src/report.ts")],
  },
  {
    name: "TypeScript: a module is deleted, two new files import it: one conflict",
    base,
    alice: { "src/store.ts": null },
    bob: { "src/report.ts": report, "src/second.ts": report },
    expected: [unreachable("src/store.ts", "src/report.ts", "src/second.ts")],
  },
  {
    name: "TypeScript: a parameter is added that every caller has to give",
    base,
    alice: { "src/store.ts": [["load(id: string)", "load(id: string, tenant: string)"]] },
    bob: { "src/report.ts": report },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: a parameter is removed that a new call still gives",
    base,
    alice: {
      "src/store.ts": [
        ["save(id: string, text: string)", "save(id: string)"],
        ["console.log(id, text)", "console.log(id)"],
      ],
    },
    bob: {
      "src/main.ts": code`
        import { save } from "./store.ts";
        save("1", "one");
      `,
    },
    expected: [broken("src/store.ts#save", "src/main.ts")],
  },
  {
    name: "TypeScript: parameters change places, a new call gives them in the old order",
    base: {
      ...base,
      "src/store.ts": code`
        export function repeat(text: string, times: number): string {
          return text.repeat(times);
        }
      `,
    },
    alice: { "src/store.ts": [["text: string, times: number", "times: number, text: string"]] },
    bob: {
      "src/main.ts": code`
        import { repeat } from "./store.ts";
        console.log(repeat("ab", 2));
      `,
    },
    expected: [broken("src/store.ts#repeat", "src/main.ts")],
  },
  {
    name: "TypeScript: a function becomes async, a new call does not wait for it",
    base,
    alice: { "src/store.ts": [["export function load(id: string): string", "export async function load(id: string): Promise<string>"]] },
    bob: { "src/report.ts": report },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: two functions are removed, a new file uses both: two conflicts",
    base: { ...base, "src/store.ts": `${store}\nexport const limit = 3;\n` },
    alice: { "src/store.ts": code`export const limit = 3;` },
    bob: {
      "src/report.ts": code`
        import { load, save } from "./store.ts";

        save("2", load("1"));
      `,
    },
    expected: [broken("src/store.ts#load", "src/report.ts"), broken("src/store.ts#save", "src/report.ts")],
  },
  {
    name: "TypeScript: a function is removed, and used anew at the other end of the same file",
    base: {
      "src/text.ts": code`
        const shout = (text: string): string => text.toUpperCase();

        export const title = (text: string): string => shout(text);

        export const limit = 80;

        export const indent = "  ";

        export const bullet = (text: string): string => "- " + text;

        export const quote = (text: string): string => "> " + text;
      `,
    },
    alice: {
      "src/text.ts": [
        ["const shout = (text: string): string => text.toUpperCase();\n\n", ""],
        ["=> shout(text)", "=> text"],
      ],
    },
    bob: { "src/text.ts": [['=> "> " + text', '=> "> " + shout(text)']] },
    expected: [broken("src/text.ts#shout")],
  },
  {
    name: "TypeScript: a function is removed, two other sides call it: a conflict with each of them",
    base,
    alice: { "src/store.ts": loadGone },
    bob: { "src/report.ts": report },
    carol: { "src/statement.ts": report.replaceAll("report", "statement") },
    expected: [
      broken("src/store.ts#load", "src/report.ts"),
      { ...broken("src/store.ts#load", "src/statement.ts"), between: ["alice", "carol"] },
    ],
  },
];
