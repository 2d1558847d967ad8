import fc from "fast-check";
import { buildSchema, findBreakingChanges, findDangerousChanges, isSpecifiedScalarType } from "graphql";
import { expect, test } from "vitest";
import type { ContractChange } from "../../src/contracts/change.ts";
import { diffGraphql, type SdlTexts } from "../../src/contracts/graphql/index.ts";

/** The parts of a schema: `type Q0 { … }`, `enum E0 { … }`. Whatever is named is there. */
type Parts = readonly string[];

const some = (...texts: readonly string[]) => fc.subarray([...texts], { minLength: 1 });
const any = (...texts: readonly string[]) => fc.subarray([...texts]);

const wrapped = (names: fc.Arbitrary<string>) =>
  fc.tuple(names, fc.constantFrom("*", "*!", "[*]", "[*]!", "[*!]", "[*!]!", "[[*]!]")).map(([name, form]) => form.replace("*", name));

const outputType = wrapped(fc.constantFrom("Int", "String", "O0", "N0", "E0", "U0"));
const inputType = wrapped(fc.constantFrom("Int", "ID", "E0", "I0"));

const input = (name: string) =>
  fc.oneof(
    inputType.map((type) => `${name}: ${type}`),
    fc.constantFrom("Int = 1", "Int = 2", "Int! = 1", "Int!", "Int").map((type) => `${name}: ${type}`),
  );

const inputs = fc
  .tuple(fc.subarray(["a", "b", "c"]), input("a"), input("b"), input("c"))
  .map(([names, ...all]) => all.filter((one) => names.some((name) => one.startsWith(name))));

const field = (name: string) =>
  fc.tuple(inputs, outputType).map(([args, type]) => `${name}${args.length === 0 ? "" : `(${args.join(", ")})`}: ${type}`);

const fields = fc
  .tuple(fc.subarray(["p", "q", "r"], { minLength: 1 }), field("p"), field("q"), field("r"))
  .map(([names, ...all]) => all.filter((one) => names.some((name) => one.startsWith(name))));

const block = (head: string, members: readonly string[]) => `${head} {\n  ${members.join("\n  ")}\n}`;
const implementing = (interfaces: readonly string[]) => (interfaces.length === 0 ? "" : ` implements ${interfaces.join(" & ")}`);

const parts: fc.Arbitrary<Parts> = fc
  .record({
    query: fields,
    object: fc.tuple(fields, any("N0", "N1")).map(([own, interfaces]) => block(`type O0${implementing(interfaces)}`, own)),
    second: fields.map((own) => block("type O1", own)),
    narrow: fc.tuple(fields, any("N1")).map(([own, interfaces]) => block(`interface N0${implementing(interfaces)}`, own)),
    wide: fields.map((own) => block("interface N1", own)),
    union: some("O0", "O1", "Query").map((members) => `union U0 = ${members.join(" | ")}`),
    enumeration: some("RED", "GREEN", "BLUE").map((values) => block("enum E0", values)),
    input: inputs.map((own) => block("input I0", ["always: Int", ...own])),
    kind: fc.constantFrom("scalar K0", "enum K0 { ONE }", "type K0 { one: Int }", "input K0 { one: Int }", ""),
    directive: fc
      .tuple(inputs, some("FIELD", "QUERY", "OBJECT"), fc.constantFrom("", " repeatable"))
      .map(([own, places, times]) => `directive @d${own.length === 0 ? "" : `(${own.join(", ")})`}${times} on ${places.join(" | ")}`),
    other: fc.constantFrom("directive @e on FIELD", ""),
  })
  .map(({ query, ...others }) => [block("type Query", query), ...Object.values(others).filter((part) => part !== "")]);

const textOf = (all: Parts) => all.join("\n\n");

const changesOf = (before: SdlTexts, after: SdlTexts): readonly ContractChange[] => {
  const diff = diffGraphql(before, after);
  if (diff.kind !== "compared") throw new Error(diff.reason);
  return diff.changes;
};

/** Ours for those of graphql-js that are one place each on both sides. */
const rulesOf: Readonly<Record<string, readonly string[]>> = {
  TYPE_REMOVED: ["type-removed"],
  TYPE_CHANGED_KIND: ["type-kind-changed"],
  TYPE_REMOVED_FROM_UNION: ["union-member-removed"],
  VALUE_REMOVED_FROM_ENUM: ["enum-value-removed"],
  REQUIRED_INPUT_FIELD_ADDED: ["required-input-field-added"],
  IMPLEMENTED_INTERFACE_REMOVED: ["interface-removed"],
  FIELD_REMOVED: ["field-removed", "input-field-removed"],
  FIELD_CHANGED_KIND: ["field-type-changed", "input-field-type-changed"],
  REQUIRED_ARG_ADDED: ["required-argument-added"],
  ARG_REMOVED: ["argument-removed"],
  ARG_CHANGED_KIND: ["argument-type-changed"],
  DIRECTIVE_REMOVED: ["directive-removed"],
  DIRECTIVE_ARG_REMOVED: ["directive-argument-removed"],
  REQUIRED_DIRECTIVE_ARG_ADDED: ["required-directive-argument-added"],
  DIRECTIVE_REPEATABLE_REMOVED: ["directive-not-repeatable"],
  DIRECTIVE_LOCATION_REMOVED: ["directive-location-removed"],
  TYPE_ADDED_TO_UNION: ["union-member-added"],
  OPTIONAL_INPUT_FIELD_ADDED: ["optional-input-field-added"],
  OPTIONAL_ARG_ADDED: ["optional-argument-added"],
  IMPLEMENTED_INTERFACE_ADDED: ["interface-added"],
};

test("what graphql-js finds is found, as often and at the same level; what it does not look at is ours", () => {
  const beyond = [
    "argument-became-required",
    "input-field-became-required",
    "directive-argument-became-required",
    "directive-argument-type-changed",
  ];
  fc.assert(
    fc.property(parts, parts, (before, after) => {
      const [old, current] = [before, after].map((all) => buildSchema(textOf(all), { assumeValid: true }));
      if (!old || !current) throw new Error("unreachable");
      const unused = Object.values(old.getTypeMap())
        .filter(isSpecifiedScalarType)
        .map(({ name }) => `Standard scalar ${name} `);
      const breaking = findBreakingChanges(old, current).filter(
        ({ description }) => !unused.some((start) => description.startsWith(start)),
      );
      const theirs = [...breaking, ...findDangerousChanges(old, current)];
      const ours = changesOf(textOf(before), textOf(after));
      for (const [type, rules] of Object.entries(rulesOf)) {
        const named = ours.filter(({ rule, level }) => level !== "compatible" && rules.includes(rule.slice("graphql/".length)));
        expect([type, named.length]).toEqual([type, theirs.filter((change) => change.type === type).length]);
      }
      const own = ours.filter(({ rule, level }) => level === "breaking" && !beyond.includes(rule.slice("graphql/".length)));
      expect(own).toHaveLength(breaking.length);
    }),
    { numRuns: 300 },
  );
});

test("the order of definitions and members, descriptions, extensions and files mean nothing", () => {
  const shuffled = (all: Parts) => fc.shuffledSubarray([...all], { minLength: all.length }).map((parts) => parts.map(described));
  const pairs = fc
    .tuple(parts, parts)
    .chain(([before, after]) => fc.tuple(fc.constant([before, after] as const), shuffled(before), shuffled(after)));
  fc.assert(
    fc.property(pairs, ([[before, after], otherBefore, otherAfter]) => {
      const plain = changesOf(textOf(before), textOf(after));
      expect(changesOf(textOf(otherBefore), textOf(otherAfter))).toEqual(plain);
      expect(changesOf(asFiles(otherBefore), asFiles(otherAfter))).toEqual(plain);
      expect(changesOf(textOf(otherBefore.map(asExtension)), textOf(after))).toEqual(plain);
      expect(changesOf(textOf(before), textOf(otherBefore))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what breaks who receives a type is fine for who sends it, and the other way round", () => {
  fc.assert(
    fc.property(wrapped(fc.constant("Int")), wrapped(fc.constant("Int")), (one, other) => {
      const levelOf = (before: string, after: string) => changesOf(before, after).map(({ level, direction }) => [direction, level]);
      const received = levelOf(`type Query { a: ${one} }`, `type Query { a: ${other} }`);
      const sent = levelOf(`type Query { a(x: ${other}): Int }`, `type Query { a(x: ${one}): Int }`);
      const inside = levelOf(`input Filter { x: ${other} }`, `input Filter { x: ${one} }`);
      expect(sent).toEqual(received.map(([, level]) => ["request", level]));
      expect(inside).toEqual(sent);
    }),
  );
});

/** Its members the other way round, with words that say nothing. */
const described = (part: string) => {
  const [head = "", ...members] = part.replace(/\n\}$/, "").split("\n  ");
  if (members.length === 0) return `# One line\n"It is { so }." ${part}`;
  return `"""\nIt's { so }.\n"""\n${[head, ...members.reverse().map((member) => `"Of it." ${member},`)].join("\n")} # end\n}`;
};

const asFiles = (all: Parts): SdlTexts => new Map(all.map((part, index) => [`${index}.graphql`, part]));

/** All but directives can be given by extensions alone; a scalar only with a directive on it. */
const asExtension = (part: string) => {
  const bare = part.replace(/^(?:#.*\n)?(?:"""[^]*?"""|"[^"]*")\s*/, "");
  return /^(?:directive|scalar)/.test(bare) ? bare : `extend ${bare}`;
};
