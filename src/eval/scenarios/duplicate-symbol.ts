import { code } from "../code.ts";
import { bothAdd, oneFile, onePackage } from "../expected.ts";
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

/** Both add the same thing, each in a place of its own; or things that only share a name. */
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
  {
    name: "Both add a private function of one name",
    base,
    alice: { "src/price.ts": `${format.replace("export ", "").replace("formatPrice", "format")}\nexport const price = format(1);\n` },
    bob: { "src/money.ts": `${format.replace("export ", "").replace("formatPrice", "format")}\nexport const money = format(2);\n` },
    expected: [],
  },
  {
    name: "Both add a method of one name, to classes of different names",
    base,
    alice: {
      "src/circle.ts": code`
        export class Circle {
          area(): number {
            return 3;
          }
        }
      `,
    },
    bob: {
      "src/square.ts": code`
        export class Square {
          area(): number {
            return 4;
          }
        }
      `,
    },
    expected: [],
  },
  {
    name: "Both add a default export, in different files",
    base,
    alice: {
      "src/circle.ts": code`
        export default function () {
          return 3;
        }
      `,
    },
    bob: {
      "src/square.ts": code`
        export default function () {
          return 4;
        }
      `,
    },
    expected: [],
  },
  {
    name: "Both add the same file with the same content",
    base,
    alice: { "src/price.ts": format },
    bob: { "src/price.ts": format },
    expected: [],
  },
  {
    name: "Both add routes of one path that answer to different methods",
    base,
    alice: {
      "src/users.ts": code`
        import { app } from "./app.ts";

        app.get("/users", (request, response) => response.send("alice"));
      `,
    },
    bob: {
      "src/people.ts": code`
        import { app } from "./app.ts";

        app.post("/users", (request, response) => response.send("bob"));
      `,
    },
    expected: [],
  },
  {
    name: "Go: both add a constructor of the usual name, in different packages",
    base: { "go.mod": "module example.com/shop\n", "main.go": "package main\n\nfunc main() {}\n" },
    alice: { "cart/cart.go": "package cart\n\ntype Cart struct{}\n\nfunc New() Cart { return Cart{} }\n" },
    bob: { "price/price.go": "package price\n\ntype Price struct{}\n\nfunc New() Price { return Price{} }\n" },
    expected: [onePackage("cart/cart.go", "price/price.go")],
  },
  {
    name: "Go: both add an init function to one package",
    base: { "go.mod": "module example.com/shop\n", "cart/cart.go": "package cart\n\nvar size int\n" },
    alice: { "cart/first.go": "package cart\n\nfunc init() { size = 1 }\n" },
    bob: { "cart/second.go": "package cart\n\nfunc init() { size++ }\n" },
    expected: [onePackage("cart/first.go", "cart/second.go")],
  },
  {
    name: "Java: both add a class with a main method",
    base: { "src/com/acme/Base.java": "package com.acme;\n\npublic class Base {}\n" },
    alice: {
      "src/com/acme/First.java": code`
        package com.acme;

        public class First {
            public static void main(String[] arguments) {}
        }
      `,
    },
    bob: {
      "src/com/acme/Second.java": code`
        package com.acme;

        public class Second {
            public static void main(String[] arguments) {}
        }
      `,
    },
    expected: [],
  },
  {
    name: "One moves a function to a file of its own, the other one changes something else in the old file",
    base: { ...base, "src/old.ts": `${format}\nexport const old = 1;\n\nexport const older = 2;\n\nexport const oldest = 3;\n` },
    alice: { "src/old.ts": [[`${format}\n`, ""]], "src/price.ts": format },
    bob: { "src/old.ts": [["oldest = 3", "oldest = 4"]] },
    expected: [oneFile("src/old.ts")],
  },
];
