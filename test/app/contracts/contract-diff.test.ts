import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ContractQuestion, readContractDiff } from "../../../src/app/contracts/contract-diff.ts";
import { newRepository, repositoryAt, temporaryFolder } from "../../support/repository.ts";

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = repositoryAt(temporaryFolder());
  for (const [file, content] of Object.entries(files)) folder.write(file, content);
  return folder.dir;
};

const diff = (cwd: string, old: string, current: string, options: Partial<ContractQuestion> = {}) =>
  readContractDiff({ cwd, old, new: current, ...options });

const rulesOf = async (...question: Parameters<typeof diff>) => (await diff(...question)).changes.map(({ rule }) => rule);

const openApi = (schema: string) => `openapi: 3.0.3
info: {title: Shop, version: "1"}
paths:
  /orders:
    get: {responses: {"200": {description: All, content: {application/json: {schema: ${schema}}}}}}
`;

describe("files", () => {
  test("two that stand apart, each with what it refers to", async () => {
    const cwd = folderWith({
      "v1/api.yaml": openApi("{$ref: '../parts/v1.yaml#/Order'}"),
      "v2/deep/api.yaml": openApi("{$ref: '../../parts/v2.yaml#/Order'}"),
      "parts/v1.yaml": "Order: {type: object, required: [id], properties: {id: {$ref: 'id.json'}}}",
      "parts/v2.yaml": "Order: {type: object, required: [id], properties: {id: {$ref: 'id.json'}}}",
      "parts/id.json": '{"type": "integer"}',
    });
    expect(await diff(cwd, "v1/api.yaml", "v2/deep/api.yaml")).toEqual({
      ...{ format: "openapi", breaking: false, old: "v1/api.yaml", new: "v2/deep/api.yaml" },
      ...{ changes: [], notAssessed: [], notes: [] },
    });
    fs.writeFileSync(path.join(cwd, "parts/v2.yaml"), "Order: {type: object, required: [id], properties: {id: {type: string}}}");
    expect(await rulesOf(cwd, "v1/api.yaml", "v2/deep/api.yaml")).toEqual(["openapi/schema-type"]);
  });

  test("a JSON Schema among others, in folders of different depth", async () => {
    const cwd = folderWith({
      "v1.json": '{"$ref": "parts/size.json"}',
      "next/v2.json": '{"$ref": "../parts/size.json", "$comment": "moved"}',
      "parts/size.json": '{"type": "integer", "maximum": 10}',
    });
    expect(await rulesOf(cwd, "v1.json", "next/v2.json", { format: "json-schema" })).toEqual([]);
  });

  test("a new property of an open object may have been sent before with any value, unless one is tolerant", async () => {
    const cwd = folderWith({ "v1.json": '{"type": "object"}', "v2.json": '{"type": "object", "properties": {"a": {"type": "string"}}}' });
    expect((await diff(cwd, "v1.json", "v2.json")).breaking).toBe(true);
    expect((await diff(cwd, "v1.json", "v2.json", { tolerant: true })).breaking).toBe(false);
  });

  test("a reference to what is not there is said, and one to the network is not", async () => {
    const cwd = folderWith({ "api.yaml": openApi("{oneOf: [{$ref: 'gone.yaml'}, {$ref: 'https://example.com/a.json'}]}") });
    expect((await diff(cwd, "api.yaml", "api.yaml")).notAssessed).toEqual([
      { path: "gone.yaml", reason: "api.yaml refers to it, and it is not there" },
    ]);
  });

  test("files that refer to each other in a circle are read once", async () => {
    const cwd = folderWith({
      "api.yaml": openApi("{$ref: 'node.yaml'}"),
      "node.yaml": "{type: object, properties: {next: {$ref: 'node.yaml'}, api: {$ref: 'api.yaml#/paths'}}}",
    });
    expect(await diff(cwd, "api.yaml", "api.yaml")).toMatchObject({ changes: [], notAssessed: [] });
  });

  test("an Avro schema knows the names that those beside it define", async () => {
    const record = (type: string) => JSON.stringify({ type: "record", name: "Order", fields: [{ name: "kind", type }] });
    const kind = (...symbols: string[]) => JSON.stringify({ type: "enum", name: "Kind", symbols });
    const cwd = folderWith({
      ...{ "old/order.avsc": record("Kind"), "old/kind.avsc": kind("A", "B") },
      ...{ "new/order.avsc": record("Kind"), "new/kind.avsc": kind("A") },
    });
    expect(await rulesOf(cwd, "old/order.avsc", "new/order.avsc")).toEqual(["avro/enum-symbol-missing"]);
  });

  test("what one side leaves open, the other one tells", async () => {
    const cwd = folderWith({ "int.avsc": '{"type": "int"}', "string.avsc": '{"type": "string"}', "broken.avsc": '{"type": ' });
    expect(await rulesOf(cwd, "int.avsc", "string.avsc")).toEqual(["avro/type-changed", "avro/type-changed"]);
    expect(await rulesOf(cwd, "int.avsc", "broken.avsc")).toEqual(["avro/unreadable"]);
    expect((await diff(cwd, "string.avsc", "string.avsc")).format).toBe("json-schema");
  });

  test("hostile names are names", async () => {
    const name = "a b\n$(touch x);'\"`.graphql";
    const cwd = folderWith({ [name]: "type Query { a: Int }", "--json": "type Query { b: Int }" });
    expect(await rulesOf(cwd, name, "--json")).toEqual(["graphql/field-removed", "graphql/field-added"]);
  });
});

describe("protobuf", () => {
  const order = (imports: string, type: string) =>
    `syntax = "proto3";\npackage shop.v1;\n${imports}\nmessage Order { ${type} kind = 1; }\n`;
  const kind = (value: string) => `syntax = "proto3";\npackage shop.v1;\nenum Kind { NONE = 0; ${value} = 1; }\n`;

  test("imports are found upwards from the file", async () => {
    const files = (value: string) => ({
      "proto/shop/v1/order.proto": order('import "shop/v1/kind.proto";', "Kind"),
      "proto/shop/v1/kind.proto": kind(value),
    });
    const [before, after] = [folderWith(files("A")), folderWith(files("B"))];
    const file = "proto/shop/v1/order.proto";
    expect(await rulesOf(before, file, path.join(after, file))).toContain("protobuf/enum-value-same-name");
  });

  test("imports are found where --proto-path says, in a commit too", async () => {
    const repo = newRepository({ "src/order.proto": order('import "kind.proto";', "Kind"), "third/kind.proto": kind("A") });
    repo.write("third/kind.proto", kind("B"));
    const question = [repo.dir, "main:src/order.proto", "src/order.proto"] as const;
    expect(await rulesOf(...question, { protoPaths: ["src", "third"] })).toContain("protobuf/enum-value-same-name");
    const { changes, notes } = await diff(...question);
    expect(changes).toEqual([]);
    expect(notes).toEqual(["kind.proto was not found: types that it defines are compared by name alone"]);
  });

  test("a file that was renamed is compared all the same", async () => {
    const cwd = folderWith({ "v1.proto": order("", "int32"), "v2.proto": order("", "string") });
    expect(await rulesOf(cwd, "v1.proto", "v2.proto")).toEqual(["protobuf/field-wire-json-compatible-type"]);
  });

  test("all files of a folder are the contract", async () => {
    const repo = newRepository({ "proto/shop/v1/order.proto": order("", "int32"), "proto/shop/v1/kind.proto": kind("A") });
    repo.remove("proto/shop/v1/kind.proto");
    expect(await rulesOf(repo.dir, "HEAD:proto", "proto", { level: "file" })).toContain("protobuf/file-no-delete");
    expect(await rulesOf(repo.dir, "HEAD:proto", "HEAD:proto")).toEqual([]);
  });
});

describe("revisions", () => {
  const [small, large] = ["type Query { a: Int }", "type Query { a: Int b: Int }"];

  test("paths are seen from the root, or from here when they begin with a dot", async () => {
    const repo = newRepository({ "api/q.graphql": small, "api/deep/README.md": "", "q.graphql": large });
    const cwd = path.join(repo.dir, "api", "deep");
    expect(await rulesOf(cwd, "main:../q.graphql", "main:q.graphql")).toEqual(["graphql/field-added"]);
    expect(await rulesOf(cwd, "main:api/q.graphql", "../q.graphql")).toEqual([]);
  });

  test("the index of a linked worktree is its own", async () => {
    const repo = newRepository({ "q.graphql": small });
    const linked = repo.worktree("linked");
    linked.write("q.graphql", large);
    linked.git("add", ".");
    expect(await rulesOf(linked.dir, "HEAD:q.graphql", ":q.graphql")).toEqual(["graphql/field-added"]);
    expect(await rulesOf(repo.dir, "HEAD:q.graphql", ":0:q.graphql")).toEqual([]);
  });

  test("a revision may hold a colon", async () => {
    const repo = newRepository({ "q.graphql": small });
    expect(await rulesOf(repo.dir, "HEAD@{2040-01-01 10:00}:q.graphql", "q.graphql")).toEqual([]);
  });

  test("a file whose name looks like a revision is a file", async () => {
    const repo = newRepository({ "q.graphql": small, "main:q.graphql": large });
    expect(await rulesOf(repo.dir, "main:q.graphql", "q.graphql")).toEqual(["graphql/field-removed"]);
  });

  test("a bare repository has revisions", async () => {
    const repo = newRepository({ "q.graphql": small });
    const bare = `${repo.dir}.git`;
    repo.git("clone", "-q", "--bare", repo.dir, bare);
    expect(await rulesOf(bare, "main:q.graphql", "HEAD:q.graphql")).toEqual([]);
  });
});

describe("refused", () => {
  const files = { "q.graphql": "type Query { a: Int }", "o.yaml": openApi("{}"), "prose.md": "# Hello", "folder/README.md": "" };

  test.each<[old: string, current: string, options: Partial<ContractQuestion>, message: string]>([
    ["gone.yaml", "o.yaml", {}, "there is no gone.yaml"],
    ["main:gone.yaml", "o.yaml", {}, "there is no main:gone.yaml"],
    ["", "o.yaml", {}, "there is no contract without a name"],
    ["nowhere:o.yaml", "o.yaml", {}, "nowhere names no commit or tree in this repository"],
    ["q.graphql", "o.yaml", {}, "q.graphql is graphql and o.yaml is openapi: there is nothing to compare"],
    ["prose.md", "prose.md", {}, "neither prose.md nor prose.md looks like a contract"],
    ["folder", "folder", {}, "there are no protobuf or GraphQL files in folder"],
    ["folder", "o.yaml", { format: "openapi" }, "folder is a folder"],
    ["o.yaml", "o.yaml", { level: "file" }, "--level is for protobuf, and this is openapi"],
    ["o.yaml", "o.yaml", { protoPaths: ["x"] }, "--proto-path is for protobuf, and this is openapi"],
    ["q.graphql", "q.graphql", { tolerant: true }, "--tolerant is for json-schema, and this is graphql"],
    ["q.graphql", "q.graphql", { direction: "both" }, "--direction is for json-schema and avro, and this is graphql"],
  ])("%s against %s %j", async (old, current, options, message) => {
    await expect(diff(newRepository(files).dir, old, current, options)).rejects.toMatchObject({ code: "usage", message });
  });

  test("a revision outside of a repository", async () => {
    await expect(diff(folderWith(files), "main:q.graphql", "q.graphql")).rejects.toMatchObject({ code: "environment" });
  });
});

test("what became unreadable breaks", async () => {
  const cwd = folderWith({ "v1.yaml": openApi("{}"), "v2.yaml": "openapi: 3.0.3\npaths: {{" });
  expect(await diff(cwd, "v1.yaml", "v2.yaml")).toMatchObject({ breaking: true, changes: [{ rule: "openapi/unreadable" }] });
});

test("what is beyond bounds is neither breaking nor clear", async () => {
  const deep = `{"properties": {"a": ${"[".repeat(5000)}${"]".repeat(5000)}}}`;
  const cwd = folderWith({ "v1.json": '{"type": "object"}', "v2.json": deep });
  expect(await diff(cwd, "v1.json", "v2.json")).toMatchObject({
    ...{ breaking: null, changes: [] },
    notAssessed: [{ path: "v2.json", reason: expect.stringContaining("levels deep") }],
  });
});
