import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Json, JsonObject } from "../../src/base/canonical-json.ts";
import { diffOpenApi } from "../../src/contracts/openapi/index.ts";
import { isList, isObject, member, textsOf } from "../../src/contracts/documents/json.ts";

const shop: JsonObject = parse(fs.readFileSync(path.resolve(import.meta.dirname, "../../fixtures/contracts-mutated/shop.yaml"), "utf8"));

/** Which way the schemas of the contract go. */
const sent = ["NewOrder", "NewLine", "Address", "Options", "Category"];
const received = ["Order", "Named", "Line", "Card", "Invoice", "Problem"];

interface Mutation {
  readonly what: string;
  /** The changed schema, undefined where it has nothing to change. */
  readonly of: (schema: JsonObject) => JsonObject | undefined;
  readonly breaks: { readonly sent: boolean; readonly received: boolean };
}

const propertiesOf = (schema: JsonObject): JsonObject => {
  const properties = member(schema, "properties");
  return isObject(properties) ? properties : {};
};

const required = (schema: JsonObject): readonly string[] => textsOf(member(schema, "required"));

const withProperty = (schema: JsonObject): JsonObject => ({
  ...schema,
  properties: { ...propertiesOf(schema), fresh: { type: "string" } },
});

const mutations: readonly Mutation[] = [
  {
    what: "an optional property more",
    of: (schema) => (member(schema, "properties") ? withProperty(schema) : undefined),
    breaks: { sent: false, received: false },
  },
  {
    what: "a required property more",
    of: (schema) => (member(schema, "properties") ? { ...withProperty(schema), required: [...required(schema), "fresh"] } : undefined),
    breaks: { sent: true, received: false },
  },
  {
    what: "nothing required any more",
    of: (schema) => (required(schema).length > 0 ? { ...schema, required: [] } : undefined),
    breaks: { sent: false, received: true },
  },
  {
    what: "numbers for words",
    of: (schema) => (member(schema, "type") === "string" && !member(schema, "enum") ? { ...schema, type: "integer" } : undefined),
    breaks: { sent: true, received: true },
  },
  {
    what: "words or null",
    of: (schema) => (member(schema, "type") === "string" && !member(schema, "enum") ? { ...schema, type: ["string", "null"] } : undefined),
    breaks: { sent: false, received: true },
  },
  {
    what: "a listed value less",
    of: (schema) => {
      const values = member(schema, "enum");
      return isList(values) ? { ...schema, enum: values.slice(1) } : undefined;
    },
    breaks: { sent: true, received: false },
  },
  {
    what: "all of it in a part of allOf",
    of: (schema) => (member(schema, "$ref") ? undefined : { allOf: [schema] }),
    breaks: { sent: false, received: false },
  },
  {
    what: "another description",
    of: (schema) => ({ ...schema, description: "Said otherwise", title: "Something" }),
    breaks: { sent: false, received: false },
  },
];

/** All contracts in which one schema at or below a value has been changed, with where. */
const mutants = function* (json: Json | undefined, mutation: Mutation, at: string): Generator<readonly [where: string, mutant: Json]> {
  if (!isObject(json)) return;
  const changed = mutation.of(json);
  if (changed) yield [at, changed];
  for (const keyword of ["properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf"]) {
    const inner = member(json, keyword);
    const single = keyword === "items" || keyword === "additionalProperties";
    if (single) for (const [where, one] of mutants(inner, mutation, `${at}/${keyword}`)) yield [where, { ...json, [keyword]: one }];
    else if (isList(inner)) {
      for (const [index, schema] of inner.entries())
        for (const [where, one] of mutants(schema, mutation, `${at}/${keyword}/${index}`))
          yield [where, { ...json, [keyword]: inner.with(index, one) }];
    } else if (isObject(inner)) {
      for (const [name, schema] of Object.entries(inner))
        for (const [where, one] of mutants(schema, mutation, `${at}/${keyword}/${name}`))
          yield [where, { ...json, [keyword]: { ...inner, [name]: one } }];
    }
  }
};

const schemas = (): JsonObject => {
  const components = member(shop, "components");
  const all = isObject(components) ? member(components, "schemas") : undefined;
  return isObject(all) ? all : {};
};

const breaking = (mutated: JsonObject): boolean => {
  const diff = diffOpenApi(new Map([["shop.json", JSON.stringify(shop)]]), new Map([["shop.json", JSON.stringify(mutated)]]));
  return diff.kind === "not_assessed" || diff.changes.some(({ level }) => level === "breaking");
};

test("every schema of the contract goes one way", () => {
  expect([...sent, ...received].sort()).toEqual(Object.keys(schemas()).sort());
});

test.each(mutations.flatMap((mutation) => (["sent", "received"] as const).map((way) => ({ mutation, way, what: mutation.what }))))(
  "$what, wherever it stands in what is $way",
  ({ mutation, way }) => {
    const names = way === "sent" ? sent : received;
    const all = names.flatMap((name) =>
      [...mutants(member(schemas(), name), mutation, name)].map(([where, mutant]) => ({ name, where, mutant })),
    );
    expect(all.length).toBeGreaterThan(0);
    const verdicts = all.map(({ name, where, mutant }) => {
      const components = { schemas: { ...schemas(), [name]: mutant } };
      return { where, breaks: breaking(JSON.parse(JSON.stringify({ ...shop, components }))) };
    });
    expect(verdicts).toEqual(all.map(({ where }) => ({ where, breaks: mutation.breaks[way] })));
  },
);
