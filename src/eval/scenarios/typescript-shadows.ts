import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const store = code`
  export function load(id: string): string {
    return "item " + id;
  }

  export interface User {
    readonly id: string;
  }

  export const limit = 10;
`;

const base = { "src/store.ts": store };

const loadGone = [['export function load(id: string): string {\n  return "item " + id;\n}\n\n', ""]] as const;

/** A function is removed. What has its name in the new file is the file's own, or is not. */
export const typescriptShadows: readonly Scenario[] = [
  {
    name: "TypeScript: the name is taken out of a parameter",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const report = ({ load }: { load(size: number): void }): void => load(limit);
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is a key of an object, a member of this, and a variable of a loop",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const settings = { load: limit };

        export class Report {
          load(): number {
            return limit;
          }

          run(): void {
            for (const load of [this.load()]) console.log(load);
          }
        }
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is a function declared later in the same function",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const report = (): number => {
          return load(limit);

          function load(size: number): number {
            return size * 2;
          }
        };
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is a parameter of a type",
    base,
    alice: { "src/store.ts": [["export interface User {\n  readonly id: string;\n}\n\n", ""]] },
    bob: {
      "src/report.ts": code`
        import { limit } from "./store.ts";

        export const first = <User>(users: readonly User[]): User[] => users.slice(0, limit);
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: the name is a parameter in one function, and the import in another",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { load } from "./store.ts";

        export const run = (load: () => void): void => load();

        export const report = (): string => load("1");
      `,
    },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: the function is not called, only handed on",
    base,
    alice: { "src/store.ts": loadGone },
    bob: {
      "src/report.ts": code`
        import { load } from "./store.ts";

        export const report = ["1", "2"].map(load);
      `,
    },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: the function is used by a new test",
    base,
    alice: { "src/store.ts": [["load(id: string)", "load(id: string, tenant: string)"]] },
    bob: {
      "test/store.test.ts": code`
        import { load } from "../src/store.ts";

        if (load("1") !== "item 1") throw new Error("not loaded");
      `,
    },
    expected: [broken("src/store.ts#load", "test/store.test.ts")],
  },
  {
    name: "TypeScript: a parameter is of another type now",
    base,
    alice: {
      "src/store.ts": [
        ["(id: string)", "(item: { id: string })"],
        ['"item " + id', '"item " + item.id'],
      ],
    },
    bob: {
      "src/report.ts": code`
        import { load } from "./store.ts";

        export const report = load("1");
      `,
    },
    expected: [broken("src/store.ts#load", "src/report.ts")],
  },
  {
    name: "TypeScript: a parameter is of more types now",
    base,
    alice: { "src/store.ts": [["(id: string)", "(id: string | number)"]] },
    bob: {
      "src/report.ts": code`
        import { load } from "./store.ts";

        export const report = load("1");
      `,
    },
    expected: [],
  },
];
