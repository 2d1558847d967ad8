import fc from "fast-check";
import { buildSchema, validate, parse } from "graphql";
import { expect, test } from "vitest";
import { diffGraphql } from "../../src/contracts/graphql/index.ts";

const plain = "type Query { a: Int }";

test("any text is compared, or said to be unreadable", () => {
  const words = fc.constantFrom(
    ...'type input enum union extend schema query directive @ on implements Query a : [ ] { } ( ) ! | & = 1 "s" """ # \n'.split(" "),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const diff = diffGraphql(plain, text);
      expect(diff.kind === "compared" && diff.changes.length).toBeGreaterThan(0);
    }),
    { examples: [[""], ["\uFEFF"], ["{"], ['"""'], ["\0"]] },
  );
});

test("brackets without end do not reach the parser", () => {
  for (const open of ["[", "{", "(", "type Query { a(x: Int = {b: ", "type Query @a(b: ["]) {
    const diff = diffGraphql(plain, open.repeat(100_000));
    expect(["not_assessed", "compared"]).toContain(diff.kind);
  }
  expect(diffGraphql(plain, "[".repeat(100_000))).toMatchObject({ kind: "not_assessed" });
});

test("a text beyond all measure is not assessed, and says so", () => {
  expect(diffGraphql(plain, "#".repeat(8_000_001))).toMatchObject({ kind: "not_assessed", reason: expect.stringContaining("8000000") });
});

test("names from the prototype of objects are names like any other", () => {
  const odd = "type constructor { __proto__: Int toString(valueOf: Int): Int }\nenum hasOwnProperty { constructor }";
  const diff = diffGraphql(odd, "type constructor { __proto__: Int }\nenum hasOwnProperty { toString }");
  expect(diff).toMatchObject({
    changes: [{ at: "constructor.toString" }, { at: "hasOwnProperty.constructor" }, { at: "hasOwnProperty.toString" }],
  });
});

test("thousands of everything", () => {
  const many = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `T${index}`);
    const types = names.map(
      (name, index) => `type ${name} implements N { id: ID next(of: ID = ${index}): T${(index + 1) % count} @a(b: ${index}) }`,
    );
    return ["interface N { id: ID }", `union U = ${names.join(" | ")}`, ...types, `type Query @a ${"@b ".repeat(count)} { u: U }`].join(
      "\n",
    );
  };
  const diff = diffGraphql(many(3000), many(2000));
  if (diff.kind !== "compared") throw new Error(diff.reason);
  expect(diff.changes.filter(({ rule }) => rule === "graphql/type-removed")).toHaveLength(1000);
  expect(diff.changes.filter(({ rule }) => rule === "graphql/union-member-removed")).toHaveLength(1000);
});

test("one directive a hundred thousand times over", () => {
  const marked = (times: number) => `type Query { a: Int ${"@b ".repeat(times)} }`;
  expect(diffGraphql(marked(100_000), marked(99_999))).toMatchObject({ changes: [{ rule: "graphql/applied-directive-changed" }] });
});

test("graphql-js itself refuses what a lost default makes required", () => {
  const before = "type Query { a(x: Int! = 1): Int b(by: By): Int }\ninput By { y: Int! = 1 }\ndirective @d(z: Int! = 1) on FIELD";
  const after = before.replaceAll(" = 1", "");
  const operation = parse("{ a b(by: {}) @d }");
  expect(validate(buildSchema(before), operation)).toEqual([]);
  expect(validate(buildSchema(after), operation)).toHaveLength(3);
  expect(diffGraphql(before, after)).toMatchObject({ changes: [{ level: "breaking" }, { level: "breaking" }, { level: "breaking" }] });
});
