import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffProtobuf, type ProtobufLevel, type ProtobufOptions, protobufRules } from "../../src/contracts/protobuf/index.ts";

const diff = (before: string, after: string, options: ProtobufOptions = {}) =>
  diffProtobuf(new Map([["a.proto", before]]), new Map([["a.proto", after]]), options);

const rulesOf = (result: ReturnType<typeof diff>, level = "breaking") =>
  result.kind === "compared" ? result.changes.filter((change) => change.level === level).map(({ rule }) => rule) : [];

const levels: readonly ProtobufLevel[] = ["file", "package", "wire_json", "wire"];

/** A message as a list of fields that can be written in any order. */
const field = fc.record({
  name: fc.constantFrom("a", "b", "user_id", "_x"),
  type: fc.constantFrom("int32", "uint64", "string", "bytes", "Other", "Role", "map<string, Other>"),
  label: fc.constantFrom("", "optional ", "repeated "),
});
const contract = fc.record({
  fields: fc.array(field, { maxLength: 4 }),
  values: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  reserved: fc.uniqueArray(fc.integer({ min: 50, max: 60 }), { maxLength: 4 }),
  streams: fc.boolean(),
});
type Contract = typeof contract extends fc.Arbitrary<infer T> ? T : never;

const written = ({ fields, values, reserved, streams }: Contract, space = "\n", turned = false): string => {
  const order = <T>(list: readonly T[]) => (turned ? list.toReversed() : [...list]);
  const members = fields.map(({ name, type, label }, at) => `${type.startsWith("map") ? "" : label}${type} ${name}${at} = ${at + 1};`);
  const message = `message M {${space}${order([...members, ...reserved.map((number) => `reserved ${number};`)]).join(space)}}`;
  const role = `enum Role {${space}NONE = 0;${space}${order(values.map((number) => `V${number} = ${number};`)).join(space)}}`;
  const service = `service S {${space}rpc Call(${streams ? "stream " : ""}M) returns (Other);}`;
  return `syntax = "proto3";${space}package p;${space}${order([message, "message Other {}", role, service]).join(space)}`;
};

describe("laws", () => {
  test("a contract compared with itself has no changes", () => {
    fc.assert(
      fc.property(contract, fc.constantFrom(...levels), (one, level) => {
        expect(diff(written(one), written(one), { level })).toEqual({ kind: "compared", changes: [] });
      }),
    );
  });

  test("neither order nor formatting changes anything", () => {
    const spaces = fc.constantFrom("\n", "  ", " /* } */ ", " // {\n", "\r\n\t");
    fc.assert(
      fc.property(contract, spaces, fc.constantFrom(...levels), (one, space, level) => {
        expect(diff(written(one), written(one, space, true), { level })).toEqual({ kind: "compared", changes: [] });
      }),
    );
  });

  test("what breaks the bytes breaks bytes and JSON, what breaks a package breaks its files", () => {
    const breaks = (before: Contract, after: Contract, level: ProtobufLevel) =>
      rulesOf(diff(written(before), written(after), { level })).length > 0;
    fc.assert(
      fc.property(contract, contract, (before, after) => {
        if (breaks(before, after, "wire")) expect(breaks(before, after, "wire_json")).toBe(true);
        if (breaks(before, after, "package")) expect(breaks(before, after, "file")).toBe(true);
      }),
    );
  });

  test("what is dangerous at a level breaks a stricter one", () => {
    fc.assert(
      fc.property(contract, contract, (before, after) => {
        const strict = new Set(
          ["file", "package"].flatMap((level) =>
            rulesOf(diff(written(before), written(after), { level: level === "file" ? "file" : "package" })),
          ),
        );
        for (const rule of rulesOf(diff(written(before), written(after)), "dangerous")) expect(strict).toContain(rule);
      }),
    );
  });

  test("every rule is breaking at one level at least", () => {
    expect(protobufRules.filter((rule) => rule.levels.length === 0)).toEqual([]);
  });
});

describe("unreadable", () => {
  const good = 'syntax = "proto3";\nmessage M {}\n';

  test.each([
    ["a message that is not closed", "message M {", "1:12"],
    ["a bracket too many", "message M {}\n}", "2:1"],
    ["a string that is not closed", 'syntax = "proto3;\n', "1:10"],
    ["a comment that is not closed", "message M {}\n /* and so on", "2:2"],
    ["an unknown syntax", 'syntax = "proto4";', "1:10"],
    ["a number used twice", "message M { optional int32 a = 1;\noptional int32 b = 1; }", "2:1"],
    ["a field without number", 'syntax = "proto3"; message M { int32 a; }', "1:39"],
    ["the number zero", 'syntax = "proto3"; message M { int32 a = 0; }', "1:42"],
    ["a value declared twice", "enum E { A = 0; A = 1; }", "1:17"],
    ["a method declared twice", "service S { rpc A(M) returns (M); rpc A(M) returns (M); }", "1:39"],
    ["an octal number with a nine", "message M { optional int32 a = 09; }", "1:32"],
    ["a number that runs into a name", "message M { optional int32 a = 1b; }", "1:33"],
    ["another language", '{"openapi": "3.0.0"}', "1:1"],
    ["what is no text", "\0\x01PNG", "1:1"],
  ])("%s", (_, text, where) => {
    const breaking = { rule: "protobuf/unreadable", level: "breaking", direction: null };
    expect(diff(good, text)).toMatchObject({ kind: "compared", changes: [{ ...breaking, at: `a.proto:${where}` }] });
    expect(diff(text, good)).toMatchObject({ kind: "compared", changes: [{ ...breaking, at: `a.proto:${where}` }] });
  });

  test("neither version can be read: both are named", () => {
    expect(rulesOf(diff("message {", "enum {"))).toEqual(["protobuf/unreadable", "protobuf/unreadable"]);
  });

  test("no text at all is a file without declarations", () => {
    expect(diff("", "\uFEFF// nothing")).toEqual({ kind: "compared", changes: [] });
  });

  test("any cut and any garbage has an answer", () => {
    const text = written({ fields: [{ name: "a", type: "map<string, Other>", label: "" }], values: [1], reserved: [50], streams: true });
    fc.assert(
      fc.property(fc.nat(text.length), fc.string(), (at, garbage) => {
        expect(diff(text, text.slice(0, at) + garbage).kind).toBe("compared");
      }),
    );
  });
});

describe("bounds", () => {
  const deep = (depth: number) => `${"message M {".repeat(depth)}${"}".repeat(depth)}`;

  test("messages nested deeper than any compiler takes are not assessed, those that are less deep are", () => {
    expect(diff(deep(100), deep(100))).toEqual({ kind: "compared", changes: [] });
    expect(diff("", deep(101))).toEqual({ kind: "not_assessed", reason: "a.proto: nested more than 100 levels deep" });
    expect(diff(deep(100_000), "")).toEqual({ kind: "not_assessed", reason: "a.proto: nested more than 100 levels deep" });
  });

  test("values nested deeper are not assessed either", () => {
    expect(diff("", `option (o) = ${"{ a ".repeat(100_000)}`).kind).toBe("not_assessed");
    expect(diff("", `option (o) = ${"[".repeat(100_000)}`).kind).toBe("not_assessed");
  });

  test("nobody knows what an edition of the future means", () => {
    expect(diff("", 'edition = "2099";')).toEqual({ kind: "not_assessed", reason: "a.proto: edition 2099 is not known" });
  });

  test("more text than anybody writes is not assessed", () => {
    expect(diff("", " ".repeat(100_000_001))).toEqual({ kind: "not_assessed", reason: "more than 100 million characters of protobuf" });
  });

  test("names and numbers that nobody writes have an answer", () => {
    const long = "a".repeat(501);
    expect(diff("", `message ${long} {}`)).toEqual({ kind: "not_assessed", reason: "a.proto: a name of more than 500 characters" });
    expect(diff("", `package ${"a.".repeat(100_000)}b;`).kind).toBe("not_assessed");
    expect(rulesOf(diff("", `enum E { A = ${"9".repeat(1_000_000)}; }`))).toEqual(["protobuf/unreadable"]);
  });

  test("lists of any length have an answer", () => {
    const numbers = Array.from({ length: 130_000 }, (_, at) => at + 1);
    const text = `
      option (text) = "${"é".repeat(150_000)}";
      message M { reserved ${numbers.map((number) => number * 2).join(",")}; reserved ${numbers.map((number) => `"n${number}"`).join(",")}; }
      enum E { option allow_alias = true; ${numbers.map((number) => `A${number} = 0;`).join("")} }`;
    expect(diff(text, text.replace("é", "e"))).toEqual({ kind: "compared", changes: [] });
    expect(rulesOf(diff(text, "message M {} enum E { A1 = 0; }"))).toHaveLength(260_001);
  });

  test("files that import each other are read once", () => {
    const files = (type: string) =>
      new Map([
        ["a.proto", 'syntax = "proto3"; import public "b.proto"; message A { B b = 1; }'],
        ["b.proto", `syntax = "proto3"; import public "a.proto"; import "b.proto"; message B { A a = 1; ${type} n = 2; }`],
      ]);
    const result = diffProtobuf(files("int32"), files("string"), { entries: ["a.proto"] });
    expect(rulesOf(result)).toEqual(["protobuf/field-wire-json-compatible-type"]);
  });

  test("a field that has the name of something every object has", () => {
    const text = (type: string) =>
      `syntax = "proto3"; message constructor { ${type} __proto__ = 1; toString hasOwnProperty = 2; } message toString {}`;
    expect(rulesOf(diff(text("int32"), text("int32")))).toEqual([]);
    expect(rulesOf(diff(text("int32"), text("string")))).toEqual(["protobuf/field-wire-json-compatible-type"]);
  });

  test("many ranges, fields and imports take no more than their number", () => {
    const ranges = Array.from({ length: 30_000 }, (_, at) => `reserved ${at * 3 + 1};`);
    const text = `message M { ${ranges.join("\n")} }`;
    const turned = `message M { ${ranges.toReversed().slice(1).join(" ")} }`;
    expect(rulesOf(diff(text, turned))).toEqual(["protobuf/reserved-message-no-delete"]);
  });
});

describe("entries", () => {
  const shared = (type: string) => `syntax = "proto3"; package acme; message Shared { ${type} id = 1; }`;
  const files = (type: string) =>
    new Map([
      ["api.proto", 'syntax = "proto3"; package acme; import "shared.proto"; message Api { Shared shared = 1; }'],
      ["shared.proto", shared(type)],
      ["alone.proto", `syntax = "proto3"; package acme; message Alone { ${type} id = 1; }`],
    ]);

  test("what an entry imports belongs to it, and nothing else does", () => {
    const result = diffProtobuf(files("int32"), files("string"), { entries: ["api.proto"] });
    expect(result).toMatchObject({ changes: [{ at: "acme.Shared.id" }] });
    expect(diffProtobuf(files("int32"), files("string"), { entries: ["alone.proto"] })).toMatchObject({
      changes: [{ at: "acme.Alone.id" }],
    });
  });

  test("without entries every file counts", () => {
    expect(diffProtobuf(files("int32"), files("string"))).toMatchObject({ changes: [{ at: "acme.Alone.id" }, { at: "acme.Shared.id" }] });
  });

  test("the order of the files does not matter", () => {
    const turned = new Map([...files("string")].toReversed());
    expect(diffProtobuf(files("int32"), turned)).toEqual(diffProtobuf(files("int32"), files("string")));
  });
});
