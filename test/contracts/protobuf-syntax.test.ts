import { expect, test } from "vitest";
import type { FieldNode, FileNode, OptionNode } from "../../src/contracts/protobuf/syntax/nodes.ts";
import { parseProtobuf } from "../../src/contracts/protobuf/syntax/parse.ts";

const read = (text: string): FileNode => {
  const parsed = parseProtobuf(text);
  if (parsed.kind !== "parsed") throw new Error(JSON.stringify(parsed));
  return parsed.file;
};

const fields = (body: string): readonly FieldNode[] | undefined => read(`message M { ${body} }`).scope.messages[0]?.fields;

const option = (written: string): OptionNode | undefined => read(`option ${written};`).options[0];

test.each([
  ["a whole number", "a = 0x1F", ["a"], { kind: "integer", value: 31n }],
  ["an octal one below zero", "a = -010", ["a"], { kind: "integer", value: -8n }],
  ["one beyond a double", "a = 18446744073709551615", ["a"], { kind: "integer", value: 18446744073709551615n }],
  ["a number with an exponent", "a = -1.5e3", ["a"], { kind: "float", value: -1500 }],
  ["a number that begins with its point", "a = .25", ["a"], { kind: "float", value: 0.25 }],
  ["infinity below zero", "a = - inf", ["a"], { kind: "float", value: -Infinity }],
  ["a name", "a = CODE_SIZE", ["a"], { kind: "name", name: "CODE_SIZE" }],
  ["strings in a row", `a = "x" 'y"' /* */ "\\"z"`, ["a"], { kind: "string", bytes: 'xy""z' }],
  ["escapes as bytes", '(a) = "\\n\\x41\\101\\u00e9é"', ["(a)"], { kind: "string", bytes: "\nAA\xc3\xa9\xc3\xa9" }],
  ["a deep name", "(.a.b).c.(d).e = true", ["(a.b)", "c", "(d)", "e"], { kind: "name", name: "true" }],
  ["an empty message", "a = {}", ["a"], { kind: "message", fields: [] }],
  ["an empty list", "a = { b: [] }", ["a"], { kind: "message", fields: [{ name: ["b"], value: { kind: "list", values: [] } }] }],
  [
    "a message with everything between its fields",
    "a = { b: 1, c { }; d < > [e.f]: g [x.y/h.i] { } }",
    ["a"],
    {
      kind: "message",
      fields: [
        { name: ["b"], value: { kind: "integer", value: 1n } },
        { name: ["c"], value: { kind: "message", fields: [] } },
        { name: ["d"], value: { kind: "message", fields: [] } },
        { name: ["(e.f)"], value: { kind: "name", name: "g" } },
        { name: ["(x.y/h.i)"], value: { kind: "message", fields: [] } },
      ],
    },
  ],
])("an option may be %s", (_, written, name, value) => {
  expect(option(written)).toEqual({ name, value });
});

test.each([
  ["a field with a label", "repeated .a.B c = 3;", { name: "c", number: 3, label: "repeated", type: ".a.B", form: "plain" }],
  ["one called like a keyword", "string message = 1;", { name: "message", label: null, type: "string" }],
  ["one whose type is", "optional optional optional = 0x7;", { name: "optional", number: 7, label: "optional", type: "optional" }],
  ["one whose type is called map", "map map = 1;", { name: "map", type: "map", form: "plain" }],
  ["a map", "map<string, a.B> c = 1;", { name: "c", label: null, type: "a.B", form: { mapKey: "string" } }],
  ["a group", "optional group Some_Name = 2 {}", { name: "some_name", type: "Some_Name", form: "group" }],
  ["a member of a oneof", "oneof o { string a = 1; }", { name: "a", oneof: { name: "o" } }],
  ["a group in a oneof", "oneof o { group G = 1 { } }", { name: "g", form: "group", oneof: { name: "o" } }],
  ["a field with options", "string a = 1 [(b) = {c: 1}, json_name = 'x'];", { options: [{ name: ["(b)"] }, { name: ["json_name"] }] }],
])("a message may hold %s", (_, body, expected) => {
  expect(fields(body)?.[0]).toMatchObject(expected);
});

test("what a group holds is a message beside the field", () => {
  const [message] = read("message M { repeated group G = 1 { optional int32 a = 2; } }").scope.messages;
  expect(message?.scope.messages).toMatchObject([{ name: "G", fields: [{ name: "a", number: 2 }] }]);
});

test("an extension is declared where it is written, not where it belongs", () => {
  const [message] = read("message M { extend .a.N { optional int32 b = 100; } }").scope.messages;
  expect(message).toMatchObject({ fields: [], scope: { extensions: [{ name: "b", extendee: ".a.N" }] } });
});

test("ranges and names of every spelling", () => {
  const [message] = read("message M { reserved 1, 3 to 5, 9 to max; reserved \"a\", 'b', c; extensions 6 to 7; }").scope.messages;
  const ranges = [
    { from: 1, to: 1 },
    { from: 3, to: 5 },
    { from: 9, to: 536_870_911 },
  ];
  expect(message).toMatchObject({ reserved: { ranges, names: ["a", "b", "c"] }, extensionRanges: [{ from: 6, to: 7 }] });
});

test("methods that stream, and types that are only called so", () => {
  const [service] = read("service S { rpc a(stream stream) returns (stream); rpc b(stream .c) returns (stream stream.d) {} }").services;
  expect(service?.methods).toMatchObject([
    { request: { type: "stream", streams: true }, response: { type: "stream", streams: false } },
    { request: { type: ".c", streams: true }, response: { type: "stream.d", streams: true } },
  ]);
});

test("imports of every kind", () => {
  const { imports } = read(`edition = "2024"; import "a"; import public "b" ".c"; import weak 'd'; import option "e";`);
  expect(imports).toEqual([
    { path: "a", public: false },
    { path: "b.c", public: true },
    { path: "d", public: false },
    { path: "e", public: false },
  ]);
});

test("a file without a syntax is proto2, and semicolons may stand anywhere", () => {
  expect(read(";; package a . b ;; message M {;};")).toMatchObject({
    syntax: "proto2",
    package: "a.b",
    scope: { messages: [{ name: "M" }] },
  });
});

test("export and local are visibilities before a declaration, and names elsewhere", () => {
  const { scope } = read('edition = "2024"; export message A { local enum B { C = 0; } export message = 1; local local = 2; }');
  expect(scope.messages[0]).toMatchObject({
    fields: [
      { type: "export", name: "message" },
      { type: "local", name: "local" },
    ],
    scope: { enums: [{ name: "B" }] },
  });
});
