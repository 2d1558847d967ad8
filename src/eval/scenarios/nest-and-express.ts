import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const service = (name: string) =>
  code`
  import { Injectable } from "@nestjs/common";

  export class CreateDto {
    email!: string;
    note?: string;
  }

  @Injectable()
  export class Service {
    findOne(id: string): string {
      return id;
    }

    create(dto: CreateDto): string {
      return dto.email;
    }
  }
`
    .replaceAll("Service", `${name}Service`)
    .replaceAll("CreateDto", `Create${name}Dto`);

const controller = (name: string, path: string, call: string) =>
  code`
  import { Controller, Get } from "@nestjs/common";
  import { CreateDto, Service } from "./service";

  @Controller("path")
  export class DeskController {
    constructor(private readonly service: Service) {}

    @Get(":id")
    show(id: string, dto: CreateDto): string {
      return CALL;
    }
  }
`
    .replaceAll("Service", `${name}Service`)
    .replaceAll("CreateDto", `Create${name}Dto`)
    .replace("./service", `./${name.toLowerCase()}.service`)
    .replace("path", path)
    .replace("CALL", call);

const nest = { "src/users.service.ts": service("Users"), "src/orders.service.ts": service("Orders") };

const withAudit = [["create(dto: CreateUsersDto)", "create(dto: CreateUsersDto, by: string)"]] as const;

const express = {
  "auth.js": code`
    const secret = process.env.SECRET;

    function requireUser(req, res, next) {
      return req.headers.token === secret ? next() : res.sendStatus(401);
    }

    function onError(error, req, res, next) {
      res.status(500).end();
    }

    module.exports = { requireUser, onError };
  `,
  "app.js": code`
    const express = require("express");
    const { onError } = require("./auth");

    const app = express();
    app.use(onError);
    module.exports = { app };
  `,
};

const orders = code`
  const express = require("express");
  const { requireUser } = require("./auth");

  const router = express.Router();
  router.use(requireUser);
  module.exports = { router };
`;

/** Services that are handed in, decorated members, and middleware that is handed on. */
export const nestAndExpress: readonly Scenario[] = [
  {
    name: "Nest: a method of a service is renamed, a new controller calls it on what it is handed",
    base: nest,
    alice: { "src/users.service.ts": [["findOne(id", "findById(id"]] },
    bob: { "src/desk.controller.ts": controller("Users", "desk", "this.service.findOne(id)") },
    expected: [broken("src/users.service.ts#UsersService.findOne", "src/desk.controller.ts")],
  },
  {
    name: "Nest: a method of a service takes one argument more, a new controller gives it as before",
    base: nest,
    alice: { "src/users.service.ts": withAudit },
    bob: { "src/desk.controller.ts": controller("Users", "desk", "this.service.create(dto)") },
    expected: [broken("src/users.service.ts#UsersService.create", "src/desk.controller.ts")],
  },
  {
    name: "Nest: a method takes one argument more, a new controller calls one of that name of another service",
    base: nest,
    alice: { "src/users.service.ts": withAudit },
    bob: { "src/desk.controller.ts": controller("Orders", "desk", "this.service.create(dto)") },
    expected: [],
  },
  {
    name: "Nest: a property gets a decorator, a new controller reads it",
    base: nest,
    alice: {
      "src/users.service.ts": [
        [
          'import { Injectable } from "@nestjs/common";',
          'import { Injectable } from "@nestjs/common";\nimport { IsEmail } from "class-validator";',
        ],
        ["  email!: string;", "  @IsEmail()\n  readonly email!: string;"],
      ],
    },
    bob: { "src/desk.controller.ts": controller("Users", "desk", "dto.email") },
    expected: [],
  },
  {
    name: "Nest: a property becomes a getter, a new controller reads it",
    base: nest,
    alice: {
      "src/users.service.ts": [["  email!: string;", '  box = "";\n\n  get email(): string {\n    return `${this.box}@localhost`;\n  }']],
    },
    bob: { "src/desk.controller.ts": controller("Users", "desk", "dto.email") },
    expected: [],
  },
  {
    name: "Nest: a method becomes a property that holds a function, a new controller calls it",
    base: nest,
    alice: { "src/users.service.ts": [["findOne(id: string): string {\n    return id;\n  }", "findOne = (id: string): string => id;"]] },
    bob: { "src/desk.controller.ts": controller("Users", "desk", "this.service.findOne(id)") },
    expected: [],
  },
  {
    name: "Nest: both add a controller with a route of one path below prefixes of their own",
    base: nest,
    alice: { "src/desk.controller.ts": controller("Users", "desk", "this.service.findOne(id)") },
    bob: { "src/till.controller.ts": controller("Orders", "till", "this.service.findOne(id)").replace("DeskController", "TillController") },
    expected: [],
  },
  {
    name: "Express: middleware is renamed, a new router requires it",
    base: express,
    alice: {
      "auth.js": [
        ["function requireUser(", "function requireLogin("],
        ["{ requireUser, onError }", "{ requireLogin, onError }"],
      ],
    },
    bob: { "orders.js": orders },
    expected: [broken("auth.js#requireUser", "orders.js")],
  },
  {
    name: "Express: middleware becomes async, a new router hands it on",
    base: express,
    alice: { "auth.js": [["function requireUser(", "async function requireUser("]] },
    bob: { "orders.js": orders },
    expected: [],
  },
  {
    name: "Express: what a module exports is listed in another order and gets one more",
    base: express,
    alice: { "auth.js": [["{ requireUser, onError }", "{ onError, requireAdmin: requireUser, requireUser }"]] },
    bob: { "orders.js": orders },
    expected: [],
  },
  {
    name: "Express: an export is removed, a new file has one of that name from a dependency",
    base: express,
    alice: { "auth.js": [["{ requireUser, onError }", "{ onError }"]] },
    bob: { "orders.js": orders.replace('"./auth"', '"express-auth"') },
    expected: [],
  },
];
