import { code } from "../code.ts";
import { bothAdd } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const format = code`
  export const formatPrice = (cents: number): string => (cents / 100).toFixed(2) + " EUR";
`;

const base = {
  "src/main.ts": code`console.log("hello");`,
  "src/app.ts": code`
    import express from "express";

    export const app = express();
  `,
};

/** Both add the same thing, each in a place of its own. */
export const duplicateSymbol: readonly Scenario[] = [
  {
    name: "Both add an exported function of one name, in different files",
    base,
    alice: { "src/price.ts": format },
    bob: { "src/money.ts": format.replace("EUR", "€") },
    expected: [{ ...bothAdd("src/price.ts", "src/money.ts"), place: "#formatPrice" }],
  },
  {
    name: "Both add a function of one name to one file, at different ends of it",
    base: {
      "src/text.ts": code`
        export const title = (text: string): string => text.trim();

        export const limit = 80;

        export const indent = "  ";

        export const bullet = (text: string): string => "- " + text;
      `,
    },
    alice: { "src/text.ts": [["export const title", "export const quote = (text: string): string => text + 1;\n\nexport const title"]] },
    bob: { "src/text.ts": [["export const bullet", "export const quote = (text: string): string => text + 2;\n\nexport const bullet"]] },
    // The merge does not even compile.
    expected: [{ ...bothAdd("src/text.ts"), severity: "high", place: "src/text.ts#quote" }],
  },
  {
    name: "Python: both add a class of one name, in different modules",
    base: { "app/__init__.py": "", "app/main.py": code`print("hello")` },
    alice: {
      "app/orders.py": code`
        class OrderService:
            def place(self, order):
                return order
      `,
    },
    bob: {
      "app/checkout.py": code`
        class OrderService:
            def place(self, basket):
                print(basket)
      `,
    },
    expected: [{ ...bothAdd("app/orders.py", "app/checkout.py"), place: "#OrderService" }],
  },
  {
    name: "Go: both add a function of one name to one package, in different files",
    base: {
      "go.mod": "module example.com/shop\n",
      "price/price.go": code`
        package price

        const Currency = "EUR"
      `,
    },
    alice: {
      "price/format.go": code`
        package price

        func Format(cents int) string { return "" }
      `,
    },
    bob: {
      "price/text.go": code`
        package price

        func Format(cents int) string { return Currency }
      `,
    },
    expected: [{ kind: "duplicate_symbol", files: ["price/format.go", "price/text.go"] }],
  },
  {
    name: "Both add a route, in different files",
    base,
    alice: {
      "src/users.ts": code`
        import { app } from "./app.ts";

        app.get("/users/:id", (request, response) => response.send("alice"));
      `,
    },
    bob: {
      "src/people.ts": code`
        import { app } from "./app.ts";

        app.get("/users/:id", (request, response) => response.send("bob"));
      `,
    },
    expected: [bothAdd("src/users.ts", "src/people.ts")],
  },
  {
    name: "Both begin to read one variable of the environment",
    base,
    alice: { "src/cache.ts": code`export const seconds = Number(process.env.CACHE_LIMIT);` },
    bob: { "src/pages.ts": code`export const pages = process.env.CACHE_LIMIT ?? "all";` },
    expected: [bothAdd("src/cache.ts", "src/pages.ts")],
  },
];
