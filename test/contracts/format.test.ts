import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contractFormats, contractFormatsOf } from "../../src/contracts/format.ts";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures/contracts");

/** Of fixtures that are one file on each side, and no examples of what cannot be read. */
const textsOf = (format: string): [name: string, text: string][] =>
  fs.readdirSync(path.join(fixtures, format)).flatMap((folder) => {
    if (folder.startsWith("unreadable")) return [];
    return fs
      .readdirSync(path.join(fixtures, format, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /^(?:before|after)\./.test(entry.name))
      .map(({ name }): [string, string] => [`${folder}/${name}`, fs.readFileSync(path.join(fixtures, format, folder, name), "utf8")]);
  });

test.each(contractFormats)("every contract in %s is seen to be one", (format) => {
  const texts = textsOf(format);
  expect(texts.length).toBeGreaterThan(20);
  expect(
    texts.filter(([, text]) => !contractFormatsOf(text).includes(format)).map(([name, text]) => `${name}: ${contractFormatsOf(text)}`),
  ).toEqual([]);
});

test.each([
  ["a comma too many", '{"openapi": "3.1.0",}', "openapi"],
  ["a number for a version", "swagger: 2.0\npaths: {}", "openapi"],
  ["keys in quotes", "'asyncapi': 3.0.0", "asyncapi"],
  ["a byte order mark", '\uFEFF{"swagger": "2.0"}', "openapi"],
  [
    "a description that quotes another format",
    "info:\n  description: |\n    type Query { a: Int }\n    message A {\nopenapi: 3.0.0",
    "openapi",
  ],
  ["other YAML", "apiVersion: v1\ndescription: |\n  type Query { a: Int }", undefined],
  ["YAML after comments", "# A shop.\n\n---\nopenapi: 3.0.0", "openapi"],
  ["fields at the beginning of lines", "type Query {\na: Int\n}", "graphql"],
  ["a description before all else", '"A shop."\ntype Query { a: Int }', "graphql"],
  ["only extensions", "extend type Query { a: Int }", "graphql"],
  ["an enum", "enum Kind { A B }", "graphql"],
  ["an enum with numbers", "// Kinds.\nenum Kind { A = 0; }", "protobuf"],
  ["a message without syntax", "message A { optional int32 a = 1; }", "protobuf"],
  ["an edition", 'edition = "2023";', "protobuf"],
  ["a union", '["null", "string"]', "avro"],
  ["a name", '"string"', "avro"],
  ["a list of names", '{"type": "array", "items": "string"}', "avro"],
  ["a list of schemas", '{"type": "array", "items": {"type": "integer"}}', "json-schema"],
  ["an object", '{"type": "object"}', "json-schema"],
  ["what accepts all", "{}", "json-schema"],
  ["what accepts nothing", "false", "json-schema"],
  ["a logical type", '{"type": "string", "logicalType": "uuid"}', "avro"],
  ["a schema in YAML", "$schema: https://json-schema.org/draft/2020-12/schema\ntype: object", "json-schema"],
  ["nothing", "", undefined],
  ["prose", "# A shop\n\nIt sells things.", undefined],
  ["other JSON", '{"name": "shop", "version": "1"}', undefined],
])("%s", (_, text, format) => {
  expect(contractFormatsOf(text)).toEqual(format === undefined ? [] : [format]);
});

test.each(['{"type": "string"}', '{"type": "array", "items": {"type": "boolean"}}'])("%s is both JSON Schema and Avro", (text) => {
  expect(contractFormatsOf(text)).toEqual(["json-schema", "avro"]);
});
