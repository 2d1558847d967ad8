import { expect, test } from "vitest";
import { diffOpenApi } from "../../src/contracts/openapi/index.ts";

const api = (schema: unknown, schemas: object = {}) =>
  new Map([
    [
      "api.json",
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Shop", version: "1" },
        paths: { "/a": { post: { requestBody: { content: { "application/json": { schema } } }, responses: {} } } },
        components: { schemas },
      }),
    ],
  ]);

const text = (content: string) => new Map([["api.yaml", content]]);
const small = api({ type: "string" });

test("a contract that is nested beyond measure is not assessed, and the reason is said", () => {
  const deep = `${'{"not":'.repeat(5000)}{}${"}".repeat(5000)}`;
  const contract = text(`{"openapi":"3.1.0","paths":{},"components":{"schemas":{"Deep":${deep}}}}`);
  expect(diffOpenApi(small, contract)).toMatchObject({ kind: "not_assessed", reason: expect.stringContaining("levels deep") });
});

test("aliases that unfold without end are not assessed", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `b${at + 1}: &b${at + 1} [${Array(9).fill(`*b${at}`).join(", ")}]`);
  const bomb = text(`openapi: 3.1.0\npaths: {}\nx-bomb:\n  b0: &b0 [lol]\n  ${lines.join("\n  ")}\n`);
  expect(diffOpenApi(small, bomb)).toMatchObject({ kind: "not_assessed" });
});

test("references that lead in a circle end", () => {
  const circle = { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } };
  expect(diffOpenApi(small, api({ $ref: "#/components/schemas/A" }, circle)).kind).toBe("compared");
  const parameter = (of: string) =>
    text(
      `openapi: 3.1.0\npaths:\n  /a:\n    get:\n      parameters: [{$ref: "#/components/parameters/${of}"}]\n      responses: {}\ncomponents:\n  parameters:\n    A: {$ref: "#/components/parameters/B"}\n    B: {$ref: "#/components/parameters/A"}\n`,
    );
  expect(diffOpenApi(parameter("A"), parameter("B")).kind).toBe("compared");
});

test("a choice among thousands is gone through", () => {
  const branches = (of: number) => ({ oneOf: Array.from({ length: of }, (_, at) => ({ const: `value ${at}` })) });
  const diff = diffOpenApi(api(branches(4000)), api(branches(3999)));
  expect(diff).toMatchObject({ kind: "compared", changes: [{ level: "breaking" }] });
});

test("choices that multiply end in an answer or in the word that there is none", () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 25 }, (_, at) => [
      `S${at}`,
      {
        type: "object",
        properties: {
          a: { $ref: `#/components/schemas/S${(at + 1) % 25}` },
          b: { oneOf: [{ $ref: `#/components/schemas/S${(at + 7) % 25}` }, { type: "string" }] },
        },
      },
    ]),
  );
  const other = { ...schemas, S3: { type: "object", required: ["z"], properties: { z: { type: "string" } } } };
  const diff = diffOpenApi(api({ $ref: "#/components/schemas/S0" }, schemas), api({ $ref: "#/components/schemas/S0" }, other));
  expect(diff.kind === "not_assessed" || diff.changes.some(({ level }) => level === "breaking")).toBe(true);
});

test("thousands of parts that every name is asked of are not assessed", () => {
  const parts = (longest: number) => ({
    allOf: Array.from({ length: 5000 }, (_, i) => ({ properties: { [`p${i}`]: { type: "string", maxLength: i === 7 ? longest : 10 } } })),
  });
  expect(diffOpenApi(api(parts(10)), api(parts(5))).kind).toBe("not_assessed");
});

test("thousands of media types under other names are told apart", () => {
  const body = (prefix: string) =>
    `requestBody: {content: {${Array.from({ length: 5000 }, (_, i) => `application/${prefix}${i}: {}`).join(", ")}}}`;
  const contract = (prefix: string) => text(`openapi: 3.1.0\npaths: {/a: {post: {${body(prefix)}, responses: {}}}}\n`);
  const diff = diffOpenApi(contract("x"), contract("y"));
  expect(diff.kind === "compared" && diff.changes.filter(({ level }) => level === "breaking")).toHaveLength(5000);
});

test.each([
  ["nothing", "", 1],
  ["half a document", '{"openapi":"3.1.0","paths":{', 1],
  ["text that is no contract", "hello", 1],
  ["paths in a list", "openapi: 3.1.0\npaths: [", 2],
])("%s is unreadable, and where it is", (_, content, line) => {
  expect(diffOpenApi(small, text(content))).toMatchObject({
    kind: "compared",
    changes: [{ rule: "openapi/unreadable", level: "breaking", message: expect.stringContaining(`line ${line}`) }],
  });
});

test.each([
  "paths: 1",
  "paths: {/a: [1]}",
  "paths: {/a: {get: {parameters: {a: 1}, responses: [1], security: 4}}}",
  "servers: 3\npaths: {/a: {get: {responses: {200: 1}}}}",
  "paths: {/a: {post: {requestBody: {content: [1]}, callbacks: 3}}}\nwebhooks: no\ncomponents: 3",
])("members of the wrong kind are passed over: %s", (body) => {
  const odd = text(`openapi: 3.1.0\n${body}\n`);
  expect(diffOpenApi(odd, odd)).toEqual({ kind: "compared", changes: [] });
  expect(diffOpenApi(small, odd).kind).toBe("compared");
  expect(diffOpenApi(odd, small).kind).toBe("compared");
});
