import { expect, test } from "vitest";
import { diffAsyncApi } from "../../src/contracts/asyncapi/index.ts";

const text = (content: string) => new Map([["api.yaml", content]]);

const api = (payload: unknown, more: object = {}) =>
  text(
    JSON.stringify({
      asyncapi: "3.0.0",
      channels: { a: { address: "a", messages: { said: { payload } } } },
      operations: { say: { action: "receive", channel: { $ref: "#/channels/a" } } },
      ...more,
    }),
  );

const small = api({ type: "string" });

test("a contract that is nested beyond measure is not assessed, and the reason is said", () => {
  const deep = `${'{"not":'.repeat(5000)}{}${"}".repeat(5000)}`;
  const contract = text(`{"asyncapi":"3.0.0","channels":{},"components":{"schemas":{"Deep":${deep}}}}`);
  expect(diffAsyncApi(small, contract)).toMatchObject({ kind: "not_assessed", reason: expect.stringContaining("levels deep") });
});

test("aliases that unfold without end are not assessed", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `b${at + 1}: &b${at + 1} [${Array(9).fill(`*b${at}`).join(", ")}]`);
  const bomb = text(`asyncapi: 3.0.0\nchannels: {}\nx-bomb:\n  b0: &b0 [lol]\n  ${lines.join("\n  ")}\n`);
  expect(diffAsyncApi(small, bomb)).toMatchObject({ kind: "not_assessed" });
});

test.each(["1.2.0", "4.0.0"])("version %s is not assessed: nobody says that nothing changed", (version) => {
  const contract = text(`asyncapi: ${version}\ntopics: {}\n`);
  expect(diffAsyncApi(contract, contract)).toMatchObject({ kind: "not_assessed", reason: expect.stringContaining(version) });
});

test.each(["messages", "messageTraits", "channels", "parameters", "schemas"])("references among %s that lead in a circle end", (kind) => {
  const circle = { A: { $ref: `#/components/${kind}/B` }, B: { $ref: `#/components/${kind}/A` } };
  const own = { $ref: `#/components/${kind}/A` };
  const said = kind === "messages" ? own : { payload: kind === "schemas" ? own : {}, traits: kind === "messageTraits" ? [own] : [] };
  const channel = { address: "a/{id}", parameters: { id: kind === "parameters" ? own : {} }, messages: { said } };
  const contract = api({}, { channels: { a: kind === "channels" ? own : channel }, components: { [kind]: circle } });
  expect(diffAsyncApi(small, contract).kind).toBe("compared");
  expect(diffAsyncApi(contract, contract)).toEqual({ kind: "compared", changes: [] });
});

test("headers of traits that refer to themselves are merged to an end", () => {
  const names = Array.from({ length: 20 }, (_, at) => `p${at}`);
  const self = (kind: string) => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${kind}` }])),
  });
  const contract = api(
    {},
    {
      channels: {
        a: {
          address: "a",
          messages: { said: { headers: { $ref: "#/components/schemas/A" }, traits: [{ headers: { $ref: "#/components/schemas/B" } }] } },
        },
      },
      components: { schemas: { A: self("A"), B: self("B") } },
    },
  );
  expect(diffAsyncApi(contract, contract)).toEqual({ kind: "compared", changes: [] });
});

test("traits that multiply are not assessed", () => {
  const headers = (name: string) => ({ headers: { $ref: `#/components/schemas/${name}` } });
  const said = { ...headers("wide"), traits: [headers("other")] };
  const wide = { type: "object", properties: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`p${at}`, { type: "string" }])) };
  const messages = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`m${at}`, said]));
  const contract = api({}, { channels: { a: { address: "a", messages } }, components: { schemas: { wide, other: wide } } });
  expect(diffAsyncApi(small, contract)).toMatchObject({ kind: "not_assessed", reason: expect.stringContaining("traits") });
});

test("thousands of ways in are not assessed", () => {
  const security = Array.from({ length: 5000 }, (_, at) => ({ type: "httpApiKey", in: "header", name: `k${at}` }));
  const contract = api({}, { servers: { main: { host: "a", protocol: "b", security } } });
  expect(diffAsyncApi(small, contract)).toMatchObject({ kind: "not_assessed", reason: expect.stringContaining("ways in") });
});

test("thousands of messages in one channel are told apart", () => {
  const messages = (of: number, from = 0) =>
    Object.fromEntries(
      Array.from({ length: of }, (_, at) => [`m${at + from}`, { payload: { type: "object", properties: { [`p${at + from}`]: {} } } }]),
    );
  const channel = (all: object) => api({}, { channels: { a: { address: "a", messages: all } } });
  expect(diffAsyncApi(channel(messages(4000)), channel(messages(3999)))).toMatchObject({
    changes: [{ rule: "asyncapi/message-removed", level: "breaking" }],
  });
  const diff = diffAsyncApi(channel(messages(3000)), channel(messages(3000, 3000)));
  expect(diff.kind === "compared" && diff.changes.filter(({ level }) => level === "breaking").length).toBe(3000);
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
  const payload = { $ref: "#/components/schemas/S0" };
  const diff = diffAsyncApi(api(payload, { components: { schemas } }), api(payload, { components: { schemas: other } }));
  expect(diff.kind === "not_assessed" || diff.changes.some(({ level }) => level === "breaking")).toBe(true);
});

test.each([
  ["nothing", "", 1],
  ["half a document", '{"asyncapi":"3.0.0","channels":{', 1],
  ["text that is no contract", "hello", 1],
  ["channels in a list", "asyncapi: 3.0.0\nchannels: [", 2],
])("%s is unreadable, and where it is", (_, content, line) => {
  expect(diffAsyncApi(small, text(content))).toMatchObject({
    kind: "compared",
    changes: [{ rule: "asyncapi/unreadable", level: "breaking", message: expect.stringContaining(`line ${line}`) }],
  });
});

test.each([
  "channels: 1",
  "channels: {a: [1]}",
  "channels: {a: {address: 4, messages: [1], servers: {a: 1}, parameters: 3}}\noperations: 4",
  "channels: {a: {messages: {m: {payload: 3, headers: [1], traits: 4, bindings: 5, correlationId: 6, contentType: 7}}}}\noperations: {o: {action: receive, channel: {$ref: '#/channels/a'}, messages: {a: 1}, reply: 3, security: 4}}",
  "servers: {a: {host: 1, variables: 2, security: [1], protocol: {}}}\noperations: {o: {action: fly, channel: 1}, p: 3}",
  "channels: {a: {messages: {m: {payload: {schemaFormat: application/vnd.apache.avro, schema: 3}}}}}\noperations: {o: {action: send, channel: {$ref: '#/channels/a'}}}",
])("members of the wrong kind are passed over: %s", (body) => {
  for (const version of ["2.6.0", "3.0.0"]) {
    const odd = text(`asyncapi: ${version}\n${body}\n`);
    expect(diffAsyncApi(odd, odd)).toEqual({ kind: "compared", changes: [] });
    expect(diffAsyncApi(small, odd).kind).toBe("compared");
    expect(diffAsyncApi(odd, small).kind).toBe("compared");
  }
});
