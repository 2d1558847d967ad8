import fs from "node:fs";
import path from "node:path";
import type { ContractChange } from "../../../src/contracts/change.ts";
import { diffGraphql } from "../../../src/contracts/graphql/index.ts";

// tsx test/contracts/eval/graphql.ts <folder of corpora> [--wrong]
// Prints how well "is this pair breaking?" and each labelled rule are told; with --wrong also the pairs that are told otherwise than labelled.

interface Expected {
  readonly tool: string;
  readonly rule: string;
  readonly level: string;
}

interface Pair {
  readonly id: string;
  readonly base: { readonly file: string };
  readonly head: { readonly file: string };
  readonly breaking: boolean;
  readonly dangerous: boolean;
  readonly expected?: readonly Expected[];
}

/** Our rules for those of graphql-js and graphql-inspector, where both have a name for the same thing. */
const names: Readonly<Record<string, readonly string[]>> = {
  TYPE_REMOVED: ["type-removed"],
  TYPE_CHANGED_KIND: ["type-kind-changed"],
  TYPE_KIND_CHANGED: ["type-kind-changed"],
  FIELD_REMOVED: ["field-removed", "input-field-removed"],
  FIELD_CHANGED_KIND: ["field-type-changed", "input-field-type-changed"],
  FIELD_TYPE_CHANGED: ["field-type-changed"],
  INPUT_FIELD_REMOVED: ["input-field-removed"],
  INPUT_FIELD_TYPE_CHANGED: ["input-field-type-changed"],
  REQUIRED_INPUT_FIELD_ADDED: ["required-input-field-added"],
  OPTIONAL_INPUT_FIELD_ADDED: ["optional-input-field-added"],
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: ["input-field-default-changed", "input-field-became-required"],
  ARG_REMOVED: ["argument-removed"],
  FIELD_ARGUMENT_REMOVED: ["argument-removed"],
  ARG_CHANGED_KIND: ["argument-type-changed"],
  FIELD_ARGUMENT_TYPE_CHANGED: ["argument-type-changed"],
  REQUIRED_ARG_ADDED: ["required-argument-added"],
  OPTIONAL_ARG_ADDED: ["optional-argument-added"],
  ARG_DEFAULT_VALUE_CHANGE: ["argument-default-changed", "argument-became-required"],
  FIELD_ARGUMENT_DEFAULT_CHANGED: ["argument-default-changed", "argument-became-required"],
  VALUE_REMOVED_FROM_ENUM: ["enum-value-removed"],
  ENUM_VALUE_REMOVED: ["enum-value-removed"],
  VALUE_ADDED_TO_ENUM: ["enum-value-added"],
  ENUM_VALUE_ADDED: ["enum-value-added"],
  TYPE_REMOVED_FROM_UNION: ["union-member-removed"],
  UNION_MEMBER_REMOVED: ["union-member-removed"],
  TYPE_ADDED_TO_UNION: ["union-member-added"],
  UNION_MEMBER_ADDED: ["union-member-added"],
  IMPLEMENTED_INTERFACE_REMOVED: ["interface-removed"],
  OBJECT_TYPE_INTERFACE_REMOVED: ["interface-removed"],
  IMPLEMENTED_INTERFACE_ADDED: ["interface-added"],
  OBJECT_TYPE_INTERFACE_ADDED: ["interface-added"],
  DIRECTIVE_REMOVED: ["directive-removed"],
  DIRECTIVE_ARG_REMOVED: ["directive-argument-removed"],
  DIRECTIVE_ARGUMENT_REMOVED: ["directive-argument-removed"],
  REQUIRED_DIRECTIVE_ARG_ADDED: ["required-directive-argument-added"],
  DIRECTIVE_ARGUMENT_ADDED: ["required-directive-argument-added", "optional-directive-argument-added"],
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: ["directive-argument-type-changed"],
  DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED: ["directive-argument-default-changed", "directive-argument-became-required"],
  DIRECTIVE_LOCATION_REMOVED: ["directive-location-removed"],
  DIRECTIVE_REPEATABLE_REMOVED: ["directive-not-repeatable"],
  SCHEMA_QUERY_TYPE_CHANGED: ["root-type-changed", "root-type-removed"],
};

const [root = ".", ...flags] = process.argv.slice(2);
const folder = fs.existsSync(path.join(root, "graphql")) ? path.join(root, "graphql") : root;
const read = (file: string): string => fs.readFileSync(path.join(folder, file), "utf8");
const { pairs }: { pairs: Pair[] } = JSON.parse(read("pairs.json"));

const tally = { breaking: { tp: 0, fp: 0, fn: 0 }, "breaking or dangerous": { tp: 0, fp: 0, fn: 0 } };
const count = (cell: { tp: number; fp: number; fn: number }, said: boolean, labelled: boolean): void => {
  if (said && labelled) cell.tp++;
  else if (said) cell.fp++;
  else if (labelled) cell.fn++;
};

const perRule = new Map<string, { labelled: number; found: number }>();
const wrong: string[] = [];
let milliseconds = 0;

for (const pair of pairs) {
  const [before, after] = [read(pair.base.file), read(pair.head.file)];
  const start = performance.now();
  const diff = diffGraphql(before, after);
  milliseconds += performance.now() - start;
  const changes: readonly ContractChange[] = diff.kind === "compared" ? diff.changes : [];
  const has = (level: string): boolean => changes.some((change) => change.level === level);
  count(tally.breaking, has("breaking"), pair.breaking);
  count(tally["breaking or dangerous"], has("breaking") || has("dangerous"), pair.breaking || pair.dangerous);
  if (has("breaking") !== pair.breaking)
    wrong.push(`${pair.id}: labelled ${pair.breaking ? "" : "not "}breaking ${JSON.stringify(changes)}`);
  const said = new Set(changes.map(({ rule }) => rule.replace(/^graphql\//, "")));
  for (const label of new Set((pair.expected ?? []).filter(({ level }) => level !== "NON_BREAKING").map(({ rule }) => rule))) {
    const ours = names[label];
    if (!ours) continue;
    const cell = perRule.get(label) ?? { labelled: 0, found: 0 };
    perRule.set(label, { labelled: cell.labelled + 1, found: cell.found + (ours.some((name) => said.has(name)) ? 1 : 0) });
  }
}

for (const [what, { tp, fp, fn }] of Object.entries(tally)) {
  console.log(
    `${what}: precision ${(tp / (tp + fp)).toFixed(3)} recall ${(tp / (tp + fn)).toFixed(3)} (${tp} right, ${fp} too many, ${fn} missed)`,
  );
}
console.log(`${pairs.length} pairs, ${(milliseconds / pairs.length).toFixed(2)} ms each`);
for (const [label, { labelled, found }] of [...perRule].sort()) console.log(`${label.padEnd(42)} ${found} of ${labelled}`);
if (flags.includes("--wrong")) for (const line of wrong) console.log(line);
