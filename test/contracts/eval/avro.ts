import fs from "node:fs";
import path from "node:path";
import { diffAvro } from "../../../src/contracts/avro/index.ts";

// tsx test/contracts/eval/avro.ts <folder of corpora> [--wrong]
// Prints how well "is this pair breaking?" and each labelled rule are told; with --wrong also the pairs that are told otherwise than labelled.

interface Pair {
  readonly id: string;
  readonly base: { readonly file: string };
  readonly head: { readonly file: string };
  readonly breaking: boolean;
  readonly expected?: readonly { readonly rule: string }[];
}

/** Our rules for those of the reference implementation. */
const names: Readonly<Record<string, readonly string[]>> = {
  type_mismatch: ["type-changed"],
  missing_union_branch: ["union-branch-missing", "type-changed"],
  fixed_size_mismatch: ["fixed-size-changed"],
  name_mismatch: ["name-changed"],
  reader_field_missing_default_value: ["field-without-default"],
  missing_enum_symbols: ["enum-symbol-missing"],
};

const [root = ".", ...flags] = process.argv.slice(2);
const folder = fs.existsSync(path.join(root, "avro")) ? path.join(root, "avro") : root;
const { pairs }: { pairs: readonly Pair[] } = JSON.parse(fs.readFileSync(path.join(folder, "pairs.json"), "utf8"));
const textOf = ({ file }: { readonly file: string }) => fs.readFileSync(path.join(folder, file), "utf8");

const counts = { right: 0, falseAlarm: 0, missed: 0, silent: 0 };
const perRule = new Map<string, { labelled: number; told: number }>();
let milliseconds = 0;

for (const { id, base, head, breaking, expected } of pairs) {
  const [before, after] = [textOf(base), textOf(head)];
  const start = performance.now();
  const diff = diffAvro(before, after);
  milliseconds += performance.now() - start;
  const changes = diff.kind === "compared" ? diff.changes : [];
  const told = changes.some(({ level }) => level === "breaking");
  counts[told ? (breaking ? "right" : "falseAlarm") : breaking ? "missed" : "silent"] += 1;
  if (told !== breaking && flags.includes("--wrong")) console.log(`${id} labelled ${breaking ? "breaking" : "not breaking"}`, changes);
  for (const { rule } of expected ?? []) {
    const count = perRule.get(rule) ?? { labelled: 0, told: 0 };
    perRule.set(rule, count);
    count.labelled += 1;
    if (changes.some((change) => names[rule]?.some((name) => change.rule === `avro/${name}`))) count.told += 1;
  }
}

const { right, falseAlarm, missed } = counts;
console.log(
  `avro: ${pairs.length} pairs, precision ${(right / (right + falseAlarm)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)}`,
  counts,
);
for (const [rule, { labelled, told }] of perRule) console.log(`  ${rule}: ${told} of ${labelled}`);
console.log(`  ${(milliseconds / pairs.length).toFixed(2)} ms a pair`);
