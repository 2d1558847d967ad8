import { code } from "../code.ts";
import { broken, unreachable } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const commonStore = code`
  function load(id) {
    return "item " + id;
  }

  function save(id, text) {
    console.log(id, text);
  }

  module.exports = { load, save };
`;

const loadGone = [
  ['function load(id) {\n  return "item " + id;\n}\n\n', ""],
  ["{ load, save }", "{ save }"],
] as const;

const button = code`
  export interface ButtonProps {
    readonly label: string;
  }

  export function Button({ label }: ButtonProps) {
    return <button>{label}</button>;
  }

  export function Link({ label }: ButtonProps) {
    return <a href="/">{label}</a>;
  }
`;

const javascriptBase = { "src/store.js": commonStore, "src/main.js": code`console.log("hello");` };
const tsxBase = { "src/button.tsx": button, "src/app.tsx": code`export const App = () => <main />;` };

/** JavaScript without types, and markup in code. */
export const javascript: readonly Scenario[] = [
  {
    name: "JavaScript: a function is removed, a new file requires it by name",
    base: javascriptBase,
    alice: { "src/store.js": loadGone },
    bob: {
      "src/report.js": code`
        const { load } = require("./store");

        console.log(load("1"));
      `,
    },
    expected: [broken("src/store.js#load", "src/report.js")],
  },
  {
    name: "JavaScript: a function is removed, a new file requires the module and calls its member",
    base: javascriptBase,
    alice: { "src/store.js": loadGone },
    bob: {
      "src/report.js": code`
        const store = require("./store.js");

        store.save("1", store.load("1"));
      `,
    },
    expected: [broken("src/store.js#load", "src/report.js")],
  },
  {
    name: "JavaScript: a module is renamed, a new file imports it by its old name",
    base: {
      "src/store.mjs": code`
        export const load = (id) => "item " + id;
        export const save = (id, text) => console.log(id, text);
      `,
    },
    alice: { "src/storage.mjs": { from: "src/store.mjs" } },
    bob: {
      "src/report.mjs": code`
        import { load } from "./store.mjs";

        console.log(load("1"));
      `,
    },
    expected: [unreachable("src/store.mjs", "src/report.mjs")],
  },
  {
    name: "JavaScript: a function is removed, a function of the other file has its name",
    base: javascriptBase,
    alice: { "src/store.js": loadGone },
    bob: {
      "src/report.js": code`
        const { save } = require("./store");

        function load(id) {
          return "row " + id;
        }

        save("1", load("1"));
      `,
    },
    expected: [],
  },
  {
    name: "JavaScript: a function is removed, another module is required that has one of its name",
    base: { ...javascriptBase, "src/cache.js": commonStore },
    alice: { "src/store.js": loadGone },
    bob: {
      "src/report.js": code`
        const { load } = require("./cache");

        console.log(load("1"));
      `,
    },
    expected: [],
  },
  {
    name: "TSX: a component is renamed, a new page shows it",
    base: tsxBase,
    alice: { "src/button.tsx": [["function Button(", "function PrimaryButton("]] },
    bob: {
      "src/page.tsx": code`
        import { Button } from "./button.tsx";

        export const Page = () => <Button label="Buy" />;
      `,
    },
    expected: [broken("src/button.tsx#Button", "src/page.tsx")],
  },
  {
    name: "TSX: a component is removed, the app begins to show it through a barrel",
    base: { ...tsxBase, "src/index.ts": code`export * from "./button.tsx";` },
    alice: { "src/button.tsx": [['\nexport function Link({ label }: ButtonProps) {\n  return <a href="/">{label}</a>;\n}\n', ""]] },
    bob: {
      "src/app.tsx": code`
        import { Link } from "./index.ts";

        export const App = () => (
          <main>
            <Link label="Home" />
          </main>
        );
      `,
    },
    expected: [broken("src/button.tsx#Link", "src/app.tsx")],
  },
  {
    name: "TSX: a component is renamed, another module has a component of the old name",
    base: { ...tsxBase, "src/plain.tsx": button },
    alice: { "src/button.tsx": [["function Button(", "function PrimaryButton("]] },
    bob: {
      "src/page.tsx": code`
        import { Button } from "./plain.tsx";

        export const Page = () => <Button label="Buy" />;
      `,
    },
    expected: [],
  },
  {
    name: "TSX: a component is removed, the browser's own element of nearly that name is shown",
    base: tsxBase,
    alice: { "src/button.tsx": [["export function Button({ label }: ButtonProps) {\n  return <button>{label}</button>;\n}\n\n", ""]] },
    bob: {
      "src/page.tsx": code`
        import { Link } from "./button.tsx";

        export const Page = () => (
          <button>
            <Link label="Button" />
          </button>
        );
      `,
    },
    expected: [],
  },
];
