import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { diffOpenApi, type OpenApiOptions } from "../../src/contracts/openapi/index.ts";

const diff = (before: unknown, after: unknown, options: OpenApiOptions = {}) =>
  diffOpenApi(new Map([["api.json", written(before)]]), new Map([["api.json", written(after)]]), options);

const written = (contract: unknown): string => (typeof contract === "string" ? contract : JSON.stringify(contract));

const nothing = { kind: "compared", changes: [] };

const breaks = (before: unknown, after: unknown): boolean => {
  const result = diff(before, after);
  return result.kind === "compared" && result.changes.some(({ level }) => level === "breaking");
};

/** The contracts of all fixtures that are one readable file. */
const root = path.resolve(import.meta.dirname, "../../fixtures/contracts/openapi");
const contracts: unknown[] = fs
  .readdirSync(root)
  .filter((folder) => !folder.startsWith("unreadable"))
  .map((folder) => path.join(root, folder, "after.yaml"))
  .filter((file) => fs.existsSync(file))
  .map((file) => parse(fs.readFileSync(file, "utf8")));

const turned = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(turned);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .toReversed()
      .map(([name, value]) => [name, turned(value)]),
  );
};

const schema = fc.letrec((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<object[]>(
      { type: "string" },
      { type: "integer" },
      { type: "string", maxLength: 5 },
      { enum: ["a", "b"] },
      { enum: ["a"] },
    ),
    fc.record({ type: fc.constant("array"), items: tie("schema"), minItems: fc.constantFrom(0, 2) }),
    fc.record({
      type: fc.constant("object"),
      properties: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema")),
      required: fc.subarray(["a", "b"]),
    }),
    fc.record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
  ),
})).schema;

const api = (paths: object, more: object = {}) => ({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths, ...more });
const sending = (sent: unknown, more: object = {}) =>
  api({ "/a": { post: { requestBody: { content: { "application/json": { schema: sent } } }, responses: {} } } }, more);
const answering = (received: unknown) =>
  api({ "/a": { get: { responses: { 200: { description: "", content: { "application/json": { schema: received } } } } } } });

describe("laws", () => {
  test("there are contracts to try", () => {
    expect(contracts.length).toBeGreaterThan(150);
  });

  test("neither the order of members nor the way of writing changes anything", () => {
    for (const contract of contracts) {
      expect(diff(contract, turned(contract))).toEqual(nothing);
      expect(diff(contract, stringify(contract))).toEqual(nothing);
      expect(diff(contract, JSON.stringify(contract, undefined, 4))).toEqual(nothing);
    }
  });

  test("any schema compared with itself has no changes, in requests and in responses", () => {
    fc.assert(
      fc.property(schema, (one) => {
        expect(diff(sending(one), sending(turned(one)))).toEqual(nothing);
        expect(diff(answering(one), answering(turned(one)))).toEqual(nothing);
      }),
    );
  });

  test("a schema that stands elsewhere and is referred to is the same", () => {
    fc.assert(
      fc.property(schema, (one) => {
        const referring = sending({ $ref: "#/components/schemas/One" }, { components: { schemas: { One: one } } });
        expect(breaks(sending(one), referring)).toBe(false);
        expect(breaks(referring, sending(one))).toBe(false);
      }),
    );
  });

  test("what is neither described nor called by its letters changes nothing", () => {
    const plain = api({ "/a": { get: { responses: { 200: { description: "Fine" } } } } });
    const wordy = api(
      {
        "/a": { get: { tags: ["a"], summary: "A", description: "All of a", "x-owner": "us", responses: { 200: { description: "Good" } } } },
      },
      { tags: [{ name: "a" }], "x-generated": true, info: { title: "Store", version: "2" } },
    );
    expect(diff(plain, wordy)).toEqual(nothing);
  });
});

describe("mirrors", () => {
  const folders = fs.readdirSync(root).filter((folder) => folder.startsWith("schema-") && !folder.includes("--") && !folder.includes("+"));

  test.each(folders.filter((folder) => fs.existsSync(path.join(root, `${folder}+response`))))(
    "%s has one in the other direction",
    (folder) => {
      const changes = (name: string): { rule: string; direction: string }[] =>
        JSON.parse(fs.readFileSync(path.join(root, name, "expected.json"), "utf8"));
      const rule = `openapi/${folder}`;
      expect(changes(folder)).toContainEqual(expect.objectContaining({ rule, direction: "request" }));
      expect(changes(`${folder}+response`)).toContainEqual(expect.objectContaining({ rule, direction: "response" }));
    },
  );
});

describe("whom it concerns", () => {
  const users =
    (...paths: string[]) =>
    (type: string) =>
      api(
        Object.fromEntries(
          paths.map((at) => [
            at,
            {
              post: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/User" } } } }, responses: {} },
            },
          ]),
        ),
        {
          components: { schemas: { User: { type: "object", properties: { id: { type } } } } },
        },
      );

  test("a change of what many operations share is told once, with how many they are", () => {
    const of = users("/a", "/b", "/c");
    expect(diff(of("string"), of("integer"))).toMatchObject({
      changes: [
        {
          at: "/components/schemas/User/properties/id/type",
          message: "POST /a and 2 more: User.id was string, and now has to be integer.",
        },
      ],
    });
  });

  test("a schema that nobody uses is nobody's concern", () => {
    const of = users();
    expect(diff(of("string"), of("integer"))).toEqual(nothing);
  });

  test("a schema that refers to itself is looked at to the end", () => {
    const tree = (type: string) =>
      sending(
        { $ref: "#/components/schemas/Tree" },
        {
          components: {
            schemas: { Tree: { type: "object", properties: { left: { $ref: "#/components/schemas/Tree" }, leaf: { type } } } },
          },
        },
      );
    expect(breaks(tree("string"), tree("integer"))).toBe(true);
    expect(diff(tree("string"), tree("string"))).toEqual(nothing);
  });

  test("a path that differs in names only may stand beside another", () => {
    const both = (type: string) => {
      const get = (name: string, of: string) => ({
        get: { parameters: [{ name, in: "path", required: true, schema: { type: of } }], responses: {} },
      });
      return api({ "/a/{id}": get("id", "string"), "/a/{name}": get("name", type) });
    };
    expect(diff(both("string"), both("string"))).toEqual(nothing);
    expect(breaks(both("string"), both("integer"))).toBe(true);
  });
});
