import { code } from "../code.ts";
import { oneFile, onePackage, unmergeable } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const notes = Array.from({ length: 20 }, (_, i) => `line ${i + 1}\n`).join("");

const routes = code`
  register("/orders");
  register("/prices");
`;

const shop = {
  "shop/package.json": code`{ "name": "shop" }`,
  "shop/src/cart.ts": code`export const cart = [];`,
  "shop/test/cart.test.ts": code`import "../src/cart.ts";`,
  "shop/test/price.test.ts": code`import "../src/cart.ts";`,
  "tools/package.json": code`{ "name": "tools" }`,
  "tools/src/main.ts": code`export const main = 1;`,
};

/** What git itself sees, and what is left to say when nothing stronger is: one file, one package, nothing. */
export const files: readonly Scenario[] = [
  {
    name: "Both change one line",
    base: { "notes.txt": notes },
    alice: { "notes.txt": [["line 10\n", "alice\n"]] },
    bob: { "notes.txt": [["line 10\n", "bob\n"]] },
    expected: [unmergeable("notes.txt")],
  },
  {
    name: "Both change one line, in commits",
    base: { "notes.txt": notes },
    alice: { "notes.txt": [["line 10\n", "alice\n"]] },
    bob: { "notes.txt": [["line 10\n", "bob\n"]] },
    committed: ["alice", "bob"],
    expected: [unmergeable("notes.txt")],
  },
  {
    name: "Both add a file of one name with different content",
    base: { "notes.txt": notes },
    alice: { "plan.txt": "alice\n" },
    bob: { "plan.txt": "bob\n" },
    expected: [unmergeable("plan.txt")],
  },
  {
    name: "One deletes a file that the other one changes",
    base: { "notes.txt": notes, "README.md": "# Notes\n" },
    alice: { "notes.txt": null },
    bob: { "notes.txt": [["line 10\n", "bob\n"]] },
    expected: [unmergeable("notes.txt")],
  },
  {
    name: "Both move a file, to different places",
    base: { "notes.txt": notes, "README.md": "# Notes\n" },
    alice: { "alice/notes.txt": { from: "notes.txt" } },
    bob: { "bob/notes.txt": { from: "notes.txt" } },
    expected: [unmergeable("notes.txt", "alice/notes.txt", "bob/notes.txt")],
  },
  {
    name: "A function is removed that the other side rewrites",
    base: {
      "src/cart.ts": code`
        export const total = (prices: number[]): number => {
          let sum = 0;
          for (const price of prices) sum += price;
          return sum;
        };

        export const limit = 10;
      `,
    },
    alice: { "src/cart.ts": code`export const limit = 10;` },
    bob: { "src/cart.ts": [["sum += price;", "sum += price * 2;"]] },
    expected: [unmergeable("src/cart.ts")],
  },
  {
    name: "Three sides change one line: a conflict for each two of them",
    base: { "notes.txt": notes },
    alice: { "notes.txt": [["line 10\n", "alice\n"]] },
    bob: { "notes.txt": [["line 10\n", "bob\n"]] },
    carol: { "notes.txt": [["line 10\n", "carol\n"]] },
    expected: [
      unmergeable("notes.txt"),
      { ...unmergeable("notes.txt"), between: ["alice", "carol"] },
      { ...unmergeable("notes.txt"), between: ["bob", "carol"] },
    ],
  },
  {
    name: "Both change one file, far apart",
    base: { "notes.txt": notes },
    alice: { "notes.txt": [["line 2\n", "alice\n"]] },
    bob: { "notes.txt": [["line 19\n", "bob\n"]] },
    expected: [oneFile("notes.txt")],
  },
  {
    name: "Both add a line at the end of a registry",
    base: { "src/routes.ts": routes },
    alice: { "src/routes.ts": `${routes}register("/carts");\n` },
    bob: { "src/routes.ts": `${routes}register("/taxes");\n` },
    expected: [{ kind: "merge_conflict", severity: "low", files: ["src/routes.ts"] }],
  },
  {
    name: "Both make the very same change",
    base: { "notes.txt": notes },
    alice: { "notes.txt": [["line 10\n", "both\n"]] },
    bob: { "notes.txt": [["line 10\n", "both\n"]] },
    expected: [],
  },
  {
    name: "Both delete a file",
    base: { "notes.txt": notes, "README.md": "# Notes\n" },
    alice: { "notes.txt": null },
    bob: { "notes.txt": null },
    expected: [],
  },
  {
    name: "One moves a file that the other one changes: git carries the change along",
    base: { "notes.txt": notes, "README.md": "# Notes\n" },
    alice: { "archive/notes.txt": { from: "notes.txt" } },
    bob: { "notes.txt": [["line 10\n", "bob\n"]] },
    expected: [{ kind: "same_file", severity: "low", files: ["notes.txt", "archive/notes.txt"] }],
  },
  {
    name: "Both work in one package, in different files",
    base: shop,
    alice: { "shop/src/cart.ts": code`export const cart = [1];` },
    bob: { "shop/src/price.ts": code`export const price = 1;` },
    expected: [onePackage("shop/src/cart.ts", "shop/src/price.ts")],
  },
  {
    name: "Both work on tests of one package only, in different files",
    base: shop,
    alice: { "shop/test/cart.test.ts": code`import "../src/cart.ts"; // alice` },
    bob: { "shop/test/price.test.ts": code`import "../src/cart.ts"; // bob` },
    expected: [onePackage("shop/test/cart.test.ts", "shop/test/price.test.ts")],
  },
  {
    name: "Both work in different packages",
    base: shop,
    alice: { "shop/src/cart.ts": code`export const cart = [1];` },
    bob: { "tools/src/main.ts": code`export const main = 2;` },
    expected: [],
  },
  {
    name: "Both work where there are no packages, in different files",
    base: { "notes.txt": notes, "README.md": "# Notes\n" },
    alice: { "notes.txt": [["line 10\n", "alice\n"]] },
    bob: { "README.md": "# Many notes\n" },
    expected: [],
  },
  {
    name: "Only two of three touch the same thing",
    base: { "notes.txt": notes, "README.md": "# Notes\n" },
    alice: { "notes.txt": [["line 10\n", "alice\n"]] },
    bob: { "README.md": "# Many notes\n" },
    carol: { "notes.txt": [["line 10\n", "carol\n"]] },
    expected: [{ ...unmergeable("notes.txt"), between: ["alice", "carol"] }],
  },
];
