import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { contractFormats } from "../../../src/contracts/format.ts";
import type { Tool } from "./tool.ts";

const root = path.resolve(import.meta.dirname, "../../..");

/** The version of a package that is installed here. */
const readInstalled = (name: string) => (): string | undefined => {
  const file = path.join(root, "node_modules", name, "package.json");
  if (!fs.existsSync(file)) return undefined;
  const { version }: { version: string } = JSON.parse(fs.readFileSync(file, "utf8"));
  return version;
};

const readProgram = (program: string): string | undefined => {
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

export const ours: Tool = {
  name: "git nerve",
  formats: contractFormats,
  readVersion: () => "",
  load: () => import("./ours.ts"),
};

/** Ours, then the peers. A new peer is its own file and one entry here. */
export const tools: readonly Tool[] = [
  ours,
  {
    name: "openapi-diff",
    formats: ["openapi"],
    readVersion: readInstalled("openapi-diff"),
    load: () => import("./peers/openapi-diff.ts"),
  },
  {
    name: "api-smart-diff",
    formats: ["openapi", "asyncapi", "json-schema"],
    readVersion: readInstalled("api-smart-diff"),
    load: () => import("./peers/api-smart-diff.ts"),
  },
  {
    name: "graphql",
    formats: ["graphql"],
    readVersion: readInstalled("graphql"),
    load: () => import("./peers/graphql-js.ts"),
  },
  {
    name: "@graphql-inspector/core",
    formats: ["graphql"],
    readVersion: readInstalled("@graphql-inspector/core"),
    load: () => import("./peers/graphql-inspector.ts"),
  },
  {
    name: "@asyncapi/diff",
    formats: ["asyncapi"],
    readVersion: readInstalled("@asyncapi/diff"),
    load: () => import("./peers/asyncapi-diff.ts"),
  },
  {
    name: "buf",
    formats: ["protobuf"],
    readVersion: ({ buf = "buf" }) => readProgram(buf),
    load: () => import("./peers/buf.ts"),
  },
];
