import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContractDiff } from "../../src/contracts/change.ts";
import { diffJsonSchema } from "../../src/contracts/json-schema/index.ts";

const leaf = fc.oneof(
  fc.constantFrom({ type: "string" }, { type: "integer" }, { type: ["string", "null"] }, { enum: ["a", "b"] }, { const: 1 }, true),
  fc.record({ type: fc.constant("string"), minLength: fc.nat(3) }),
  fc.record({ type: fc.constant("integer"), minimum: fc.nat(3), maximum: fc.integer({ min: 3, max: 6 }) }),
);

const { schema } = fc.letrec((tie) => ({
  schema: fc.oneof({ maxDepth: 3 }, leaf, tie("object"), tie("list"), tie("choice")),
  object: fc.record({
    type: fc.constant("object"),
    properties: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema")),
    required: fc.subarray(["a", "b"]),
    additionalProperties: fc.boolean(),
  }),
  list: fc.record({ type: fc.constant("array"), items: tie("schema"), maxItems: fc.nat(4) }),
  choice: fc.oneof(
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
  ),
}));

const asText = (json: unknown): string => JSON.stringify(json, null, 2);

const changes = (diff: ContractDiff) => (diff.kind === "compared" ? diff.changes : [diff]);

const reversed = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(reversed);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
};

test("a schema accepts what it accepts, however its keys are ordered", () => {
  fc.assert(
    fc.property(schema, (json) => {
      expect(changes(diffJsonSchema(asText(json), asText(json), { direction: "both" }))).toEqual([]);
      expect(changes(diffJsonSchema(asText(json), JSON.stringify(reversed(json)), { direction: "both" }))).toEqual([]);
    }),
    { numRuns: 40, seed: 1 },
  );
});

test("a schema behind a reference is the same schema", () => {
  fc.assert(
    fc.property(schema, (json) => {
      const referring = { $ref: "#/$defs/it", $defs: { it: json } };
      expect(changes(diffJsonSchema(asText(json), asText(referring), { direction: "both" }))).toEqual([]);
    }),
    { numRuns: 40, seed: 2 },
  );
});

test("what breaks one way breaks the other way when old and new change places", () => {
  fc.assert(
    fc.property(schema, schema, (one, other) => {
      const rules = (diff: ContractDiff) =>
        changes(diff).map((change) => ("rule" in change ? `${change.rule} ${change.at}` : change.reason));
      const ids = (all: string[]) => [...new Set(all.filter((id) => !id.startsWith("json-schema/default")))].sort();
      const there = diffJsonSchema(asText(one), asText(other), { direction: "both" });
      const back = diffJsonSchema(asText(other), asText(one), { direction: "both" });
      expect(ids(rules(there))).toEqual(ids(rules(back)));
    }),
    { numRuns: 40, seed: 3 },
  );
});

test("schemas may refer to each other's files and to themselves", () => {
  const files = (type: string) => new Map([["parts/money.json", asText({ $defs: { amount: { type } } })]]);
  const text = asText({ properties: { price: { $ref: "parts/money.json#/$defs/amount" }, next: { $ref: "#" } } });
  const diff = diffJsonSchema(text, text, { filesBefore: files("number"), filesAfter: files("string") });
  expect(changes(diff)).toMatchObject([
    { rule: "json-schema/type", level: "breaking", direction: "read", at: "/$defs/amount/type" },
    { rule: "json-schema/type", level: "compatible", direction: "write" },
  ]);
});

const nested = (levels: number) => '{"properties":{"a":'.repeat(levels) + "true" + "}}".repeat(levels);

const multiplying = (type: string) => {
  const $defs: Record<string, unknown> = { d20: { type } };
  for (let i = 0; i < 20; i += 1) {
    const next = { $ref: `#/$defs/d${i + 1}` };
    $defs[`d${i}`] = { anyOf: [next, next, { required: [`x${i}`] }] };
  }
  return asText({ $ref: "#/$defs/d0", $defs });
};

test("hostile: references that multiply are followed once each", () => {
  // Whatever is no object need not have what an object must have, so that everything fits.
  expect(diffJsonSchema(multiplying("string"), multiplying("integer"))).toEqual({ kind: "compared", changes: [] });
});

test.each([
  ["deep nesting", nested(5000), nested(5000)],
  [
    "aliases that multiply",
    `a: &a [1,1]\n${[..."bcdefghijklmnop"].map((name, i) => `${name}: &${name} [*${"abcdefghijklmnop"[i]},*${"abcdefghijklmnop"[i]}]\n`).join("")}`,
    "{}",
  ],
])("hostile: %s is not assessed", (_, before, after) => {
  expect(diffJsonSchema(before, after).kind).toBe("not_assessed");
});

test.each([
  ["a loop of references", { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } }, { type: "string" }],
  [
    "a pattern that would not end",
    { patternProperties: { "^(a+)+$": {} }, properties: { [`${"a".repeat(50)}!`]: {} } },
    { propertyNames: { pattern: "^(a|a)+$" } },
  ],
  ["a property of every object", { properties: { __proto__: { type: "string" } } }, { required: ["constructor"] }],
])("hostile: %s comes to an end", (_, before, after) => {
  expect(diffJsonSchema(asText(before), asText(after)).kind).toBe("compared");
});
