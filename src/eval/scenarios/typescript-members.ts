import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const base = {
  "src/model.ts": code`
    export interface User {
      readonly id: string;
      readonly email: string;
    }

    export interface Invoice {
      readonly id: string;
      readonly email: string;
    }

    export enum Colour {
      Red = "red",
      Green = "green",
      Blue = "blue",
    }

    export class Account {
      balance = 0;

      deposit(amount: number): void {
        this.balance += amount;
      }

      withdraw(amount: number): void {
        this.balance -= amount;
      }
    }
  `,
  "src/main.ts": code`console.log("hello");`,
};

const userWithoutEmail = [["User {\n  readonly id: string;\n  readonly email: string;", "User {\n  readonly id: string;"]] as const;

/** A member of an exported interface, class or enum goes, and the other side begins to use it; or one that only looks like it. */
export const typescriptMembers: readonly Scenario[] = [
  {
    name: "TypeScript: a property of an interface is removed, a new function reads it",
    base,
    alice: { "src/model.ts": userWithoutEmail },
    bob: {
      "src/mail.ts": code`
        import type { User } from "./model.ts";

        export const addressOf = (user: User): string => user.email;
      `,
    },
    expected: [broken("src/model.ts#User.email", "src/mail.ts")],
  },
  {
    name: "TypeScript: a property of an interface is renamed, a new function reads it",
    base,
    alice: { "src/model.ts": [["User {\n  readonly id: string;\n  readonly email", "User {\n  readonly id: string;\n  readonly mail"]] },
    bob: {
      "src/mail.ts": code`
        import type { User } from "./model.ts";

        export const addressOf = (user: User): string => user.email;
      `,
    },
    expected: [broken("src/model.ts#User.email", "src/mail.ts")],
  },
  {
    name: "TypeScript: a method of a class is renamed, a new file calls it",
    base,
    alice: { "src/model.ts": [["withdraw(amount: number)", "take(amount: number)"]] },
    bob: {
      "src/main.ts": code`
        import { Account } from "./model.ts";

        const account = new Account();
        account.withdraw(3);
      `,
    },
    expected: [broken("src/model.ts#Account.withdraw", "src/main.ts")],
  },
  {
    name: "TypeScript: a method takes one argument more, a new call gives it as before",
    base,
    alice: { "src/model.ts": [["deposit(amount: number)", "deposit(amount: number, currency: string)"]] },
    bob: {
      "src/pay.ts": code`
        import { Account } from "./model.ts";

        export const pay = (account: Account): void => account.deposit(5);
      `,
    },
    expected: [broken("src/model.ts#Account.deposit", "src/pay.ts")],
  },
  {
    name: "TypeScript: a member of an enum is removed, a new file uses it",
    base,
    alice: { "src/model.ts": [['  Green = "green",\n', ""]] },
    bob: {
      "src/main.ts": code`
        import { Colour } from "./model.ts";
        console.log(Colour.Green);
      `,
    },
    expected: [broken("src/model.ts#Colour.Green", "src/main.ts")],
  },
  {
    name: "TypeScript: a class is removed, a new class extends it",
    base,
    alice: { "src/model.ts": [[base["src/model.ts"].slice(base["src/model.ts"].indexOf("\nexport class")), ""]] },
    bob: {
      "src/savings.ts": code`
        import { Account } from "./model.ts";

        export class Savings extends Account {
          rate = 0.01;
        }
      `,
    },
    expected: [broken("src/model.ts#Account", "src/savings.ts")],
  },
  {
    name: "TypeScript: a property is removed that is called name, a new function reads it of a result",
    base: {
      ...base,
      "src/team.ts": code`
        export interface Member {
          readonly id: string;
          readonly name: string;
        }

        export function leader(): Member {
          return JSON.parse("{}");
        }
      `,
    },
    alice: { "src/team.ts": [["  readonly name: string;\n", ""]] },
    bob: {
      "src/main.ts": code`
        import { leader } from "./team.ts";

        const first = leader();
        console.log(first.name);
      `,
    },
    expected: [broken("src/team.ts#Member.name", "src/main.ts")],
  },
  {
    name: "TypeScript: a property is removed, another interface has one of that name, which is used",
    base,
    alice: { "src/model.ts": userWithoutEmail },
    bob: {
      "src/mail.ts": code`
        import type { Invoice } from "./model.ts";

        export const addressOf = (invoice: Invoice): string => invoice.email;
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a property is removed, an object of no known type has one of that name",
    base,
    alice: { "src/model.ts": userWithoutEmail },
    bob: {
      "src/mail.ts": code`
        const settings = { email: "root@localhost" };

        export const sender = settings.email;
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a property is removed, the type is used without it",
    base,
    alice: { "src/model.ts": userWithoutEmail },
    bob: {
      "src/mail.ts": code`
        import type { User } from "./model.ts";

        export const keyOf = (user: User): string => user.id;
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a member is added to an enum, another one is used",
    base,
    alice: { "src/model.ts": [['  Blue = "blue",', '  Blue = "blue",\n  Black = "black",']] },
    bob: {
      "src/main.ts": code`
        import { Colour } from "./model.ts";
        console.log(Colour.Blue);
      `,
    },
    expected: [],
  },
  {
    name: "TypeScript: a private method is removed, another method is called",
    base: {
      ...base,
      "src/clock.ts": code`
        export class Clock {
          now(): number {
            return this.read();
          }

          private read(): number {
            return Date.now();
          }
        }
      `,
    },
    alice: {
      "src/clock.ts": [
        ["this.read()", "Date.now()"],
        ["\n\n  private read(): number {\n    return Date.now();\n  }", ""],
      ],
    },
    bob: {
      "src/main.ts": code`
        import { Clock } from "./clock.ts";
        console.log(new Clock().now());
      `,
    },
    expected: [],
  },
];
