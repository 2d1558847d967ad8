import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { documentOf } from "../../../src/contracts/documents/document-of.ts";

const rootOf = (text: string): unknown => {
  const read = documentOf(text);
  return read.kind === "read" ? read.root : read;
};

const word = fc.constantFrom(
  ..."- -- --- : :: # ! !! & * ? | > % @ ` ' \" , [ ] { } ~ << = . ... 0 1 01 0x1F 0X1 0b1 0o17 -0x1 1_000 1e3 1.5 .5 -.5 +1 1. -1.5e-3 .inf -.Inf .nan 12:30 2020-01-01".split(
    " ",
  ),
  ...[
    "yes",
    "no",
    "on",
    "off",
    "y",
    "true",
    "True",
    "FALSE",
    "null",
    "Null",
    "none",
    "a",
    "a: b",
    "a #b",
    " a",
    "a ",
    "a\nb",
    "\n",
    "",
    "\t",
    "é",
    "😀",
    "200",
  ],
);

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    word,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("map"),
  ),
  list: fc.array(tie("any"), { maxLength: 4 }),
  map: fc.dictionary(
    word.filter((name) => name !== "<<"),
    tie("any"),
    { maxKeys: 4 },
  ),
})).any;

test("what somebody writes as YAML is read as it was meant, in whatever style it is written", () => {
  fc.assert(
    fc.property(value, fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL"), fc.boolean(), (json, style, flow) => {
      const options = { defaultStringType: style, ...(flow ? { collectionStyle: "flow" as const } : {}) };
      // Beginning like this, it is not taken for JSON.
      const text = `---\n${stringify({ it: json }, options)}`;
      expect(rootOf(text)).toEqual(parse(text, { merge: true }));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("every word means what YAML 1.2 says, as a value and as a key", () => {
  const differing =
    "yes no on off y 0b1 0o17 0x1F -0x1 01 1_000 1e3 .5 -.5 +1 1. .inf -.inf 12:30 2020-01-01 true True ~ null 200 2.0 1e400 =".split(" ");
  for (const text of differing) {
    expect(rootOf(`it: ${text}`)).toEqual(parse(`it: ${text}`));
    // Nobody means a key without a name by it.
    if (!/^(?:~|null)$/.test(text)) expect(rootOf(`${text}: 1`)).toEqual(parse(`${text}: 1`));
  }
});

test.each([
  [
    "merge keys",
    "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc:\n  <<: [*a, {z: 1}]\n",
    { a: { x: 1, y: 2 }, b: { x: 1, y: 3 }, c: { x: 1, y: 2, z: 1 } },
  ],
  ["a property of every object", "__proto__: {a: 1}\nconstructor: 2\n", JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')],
  ["tags that nobody knows", "a: !Ref b\nc: !!str 1\nd: !Map {e: 1}\n", { a: "b", c: "1", d: { e: 1 } }],
  ["dates", "a: 2020-01-01\nb: 2020-01-01T00:00:00Z\n", { a: "2020-01-01", b: "2020-01-01T00:00:00Z" }],
  ["nothing", "# a remark\n", null],
  ["the first of two documents", "a: 1\n---\nb: 2\n", { a: 1 }],
  ["a document with an end", "---\na: 1\n...\n", { a: 1 }],
])("%s: read", (_, text, root) => {
  expect(rootOf(text)).toEqual(root);
});

test.each([
  ["a key that stands there twice", "a: 1\nb: 2\na: 3\n", 3, 1],
  ["a list that does not end", "a: [1,\n", 2, 1],
  ["an alias of nothing", "a: 1\nb: *c\n", 2, 6],
  ["a merge of what is no map", "a: 1\nb:\n  <<: 3\n", 3, 8],
])("%s: a fault, and where it is", (_, text, line, column) => {
  expect(rootOf(text)).toMatchObject({ kind: "unreadable", line, column });
});

const list = (length: number, of: (index: number) => string) => Array.from({ length }, (_, index) => of(index)).join("");

test.each([
  ["aliases that multiply", `b0: &b0 [1]\n${list(30, (at) => `b${at + 1}: &b${at + 1} [*b${at}, *b${at}]\n`)}`],
  ["an alias of what it stands in", "a: &a\n  b: *a\n"],
  ["merges that multiply", `a: &a {${list(300, (at) => `k${at}: 1, `)}}\n${list(3000, (at) => `m${at}: {<<: *a}\n`)}`],
  ["lists within lists", `a: ${"[".repeat(100_000)}`],
  ["lists within lists, line by line", `a:\n${list(2000, (at) => `${" ".repeat(at)}-\n`)}`],
])("%s: too much", (_, text) => {
  expect(rootOf(text)).toMatchObject({ kind: "excessive" });
});

test("one part may be used very often", () => {
  const text = `a: &a {type: string}\nb:\n${list(1500, (at) => `  - {name: p${at}, schema: *a}\n`)}`;
  expect(rootOf(text)).toEqual(parse(text, { maxAliasCount: -1 }));
});
