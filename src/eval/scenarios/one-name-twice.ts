import { code } from "../code.ts";
import { oneFile, onePackage } from "../expected.ts";
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

/** Both add things that share a name and may. */
export const oneNameTwice: readonly Scenario[] = [
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
    expected: [oneFile("src/old.ts", "medium")],
  },
  {
    name: "Both add an exported function of one name, in different packages",
    base: {
      "packages/api/package.json": code`{ "name": "api" }`,
      "packages/web/package.json": code`{ "name": "web" }`,
    },
    alice: { "packages/api/src/price.ts": format },
    bob: { "packages/web/src/money.ts": format.replace("EUR", "€") },
    expected: [],
  },
  {
    name: "Both add a helper of one name to tests",
    base,
    alice: { "test/cart.test.ts": format },
    bob: { "test/price.test.ts": format.replace("EUR", "€") },
    expected: [],
  },
  {
    name: "Both add the first route of a router of their own",
    base,
    alice: {
      "src/users.ts": code`
        import { Router } from "express";

        export const users = Router();
        users.get("/", (request, response) => response.send("alice"));
      `,
    },
    bob: {
      "src/orders.ts": code`
        import { Router } from "express";

        export const orders = Router();
        orders.get("/", (request, response) => response.send("bob"));
      `,
    },
    expected: [],
  },
  {
    name: "Both ask for one path, which neither of them answers",
    base,
    alice: {
      "src/user.ts": code`
        import axios from "axios";

        export const readUser = () => axios.get("/users/1");
      `,
    },
    bob: {
      "src/names.ts": code`
        const names = new Map([["/users/1", "Ada"]]);

        export const nameOf = () => names.get("/users/1");
      `,
    },
    expected: [],
  },
  {
    name: "Both read a variable of the environment that everybody reads",
    base: { ...base, "src/log.ts": code`export const level = process.env.LOG_LEVEL ?? "info";` },
    alice: { "src/cache.ts": code`export const verbose = process.env.LOG_LEVEL === "debug";` },
    bob: { "src/pages.ts": code`export const quiet = process.env.LOG_LEVEL === "error";` },
    expected: [],
  },
];
