import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { diffAsyncApi } from "../../src/contracts/asyncapi/index.ts";

const diff = (before: unknown, after: unknown) =>
  diffAsyncApi(new Map([["api.json", written(before)]]), new Map([["api.json", written(after)]]));

const written = (contract: unknown): string => (typeof contract === "string" ? contract : JSON.stringify(contract));

const nothing = { kind: "compared", changes: [] };

const breaks = (before: unknown, after: unknown): boolean => {
  const result = diff(before, after);
  return result.kind === "compared" && result.changes.some(({ level }) => level === "breaking");
};

/** The contracts of all fixtures that are one readable file. */
const root = path.resolve(import.meta.dirname, "../../fixtures/contracts/asyncapi");
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

/** A contract in which what a local reference leads to stands in its place, as far as it leads anywhere. */
const inlined = (contract: unknown, json: unknown = contract): unknown => {
  if (Array.isArray(json)) return json.map((item) => inlined(contract, item));
  if (typeof json !== "object" || json === null) return json;
  const reference = "$ref" in json ? json.$ref : undefined;
  const target = typeof reference === "string" && reference.startsWith("#/") ? found(contract, reference.slice(2).split("/")) : undefined;
  if (target !== undefined) return inlined(contract, target);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, inlined(contract, value)]));
};

const found = (json: unknown, [step, ...others]: readonly string[]): unknown => {
  if (step === undefined) return json;
  if (typeof json !== "object" || json === null) return undefined;
  const entry = Object.entries(json).find(([name]) => name === step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return entry && found(entry[1], others);
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

const api3 = (action: "receive" | "send", payload: unknown, more: object = {}) => ({
  asyncapi: "3.0.0",
  info: { title: "Shop", version: "1" },
  channels: { a: { address: "a", messages: { said: { name: "said", payload } } } },
  operations: { talk: { action, channel: { $ref: "#/channels/a" } } },
  ...more,
});
const api2 = (keyword: "publish" | "subscribe", payload: unknown) => ({
  asyncapi: "2.6.0",
  info: { title: "Shop", version: "1" },
  channels: { a: { [keyword]: { message: { name: "said", payload } } } },
});

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

  test("what stands in place of a local reference is the same", () => {
    for (const contract of contracts) {
      expect(breaks(contract, inlined(contract))).toBe(false);
      expect(breaks(inlined(contract), contract)).toBe(false);
    }
  });

  test("any schema compared with itself has no changes, published and subscribed to", () => {
    fc.assert(
      fc.property(schema, (one) => {
        for (const action of ["receive", "send"] as const) expect(diff(api3(action, one), api3(action, turned(one)))).toEqual(nothing);
      }),
    );
  });

  test("both versions of the specification say the same of a payload", () => {
    fc.assert(
      fc.property(schema, schema, (one, other) => {
        for (const [action, keyword] of [
          ["receive", "publish"],
          ["send", "subscribe"],
        ] as const) {
          expect(breaks(api3(action, one), api3(action, other))).toBe(breaks(api2(keyword, one), api2(keyword, other)));
          expect(breaks(api2(keyword, one), api3(action, other))).toBe(breaks(api3(action, one), api2(keyword, other)));
        }
      }),
    );
  });

  test("what narrows for those who publish is what widens, the other way round, for those who are subscribed", () => {
    const alike = fc.constantFrom<object[]>(
      { type: "string" },
      { type: "string", maxLength: 5 },
      { type: "string", minLength: 2 },
      { type: "integer" },
      { type: "number" },
      { enum: ["a", "b"] },
      { type: ["string", "null"] },
      { type: "array", items: { type: "integer" } },
    );
    fc.assert(
      fc.property(alike, alike, (one, other) => {
        expect(breaks(api3("receive", one), api3("receive", other))).toBe(breaks(api3("send", other), api3("send", one)));
      }),
    );
  });

  test("what is neither sent nor received changes nothing", () => {
    const plain = api3("receive", { type: "string" });
    const wordy = {
      ...api3("receive", { type: "string", description: "Anything", examples: ["a"], title: "Said" }),
      id: "urn:shop",
      info: { title: "Store", version: "2", description: "All of it", tags: [{ name: "a" }], license: { name: "MIT" } },
      "x-generated": true,
      components: { schemas: { Unused: { type: "integer" } } },
    };
    expect(diff(plain, wordy)).toEqual(nothing);
  });
});

describe("mirrors", () => {
  const folders = fs.readdirSync(root).filter((folder) => fs.existsSync(path.join(root, `${folder}+subscribe`)));

  test("there are rules with two directions", () => {
    expect(folders.length).toBeGreaterThan(20);
  });

  test.each(folders)("%s has one in the other direction", (folder) => {
    const changes = (name: string): { rule: string; direction: string }[] =>
      JSON.parse(fs.readFileSync(path.join(root, name, "expected.json"), "utf8"));
    const rule = `asyncapi/${folder}`;
    expect(changes(folder)).toContainEqual(expect.objectContaining({ rule, direction: "publish" }));
    expect(changes(`${folder}+subscribe`)).toContainEqual(expect.objectContaining({ rule, direction: "subscribe" }));
  });
});

describe("whom it concerns", () => {
  const sharing = (type: string) => {
    const said = { $ref: "#/components/messages/said" };
    return {
      asyncapi: "3.0.0",
      channels: { a: { address: "a", messages: { said } }, b: { address: "b", messages: { said } } },
      operations: {
        sayA: { action: "receive", channel: { $ref: "#/channels/a" } },
        sayB: { action: "receive", channel: { $ref: "#/channels/b" } },
      },
      components: { messages: { said: { payload: { type: "object", properties: { id: { type } } } } } },
    };
  };

  test("a change of what many operations share is told once, with how many they are", () => {
    expect(diff(sharing("string"), sharing("integer"))).toMatchObject({
      changes: [{ message: "publish to a and 1 more: said.id was string, and now has to be integer." }],
    });
  });

  test("a message that is published and subscribed to is looked at both ways", () => {
    const relayed = (type: string) => ({
      ...api3("receive", { type }),
      operations: {
        take: { action: "receive", channel: { $ref: "#/channels/a" } },
        pass: { action: "send", channel: { $ref: "#/channels/a" } },
      },
    });
    expect(diff(relayed("integer"), relayed("number"))).toMatchObject({ changes: [{ direction: "subscribe", level: "breaking" }] });
    expect(diff(relayed("number"), relayed("integer"))).toMatchObject({ changes: [{ direction: "publish", level: "breaking" }] });
  });

  test("a schema that refers to itself is looked at to the end", () => {
    const tree = (type: string) =>
      api3(
        "receive",
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
});
