import fs from "node:fs";
import path from "node:path";
import { diffProtobuf, type ProtobufLevel, protobufRules } from "../../../src/contracts/protobuf/index.ts";

/**
 * `tsx test/contracts/eval/protobuf.ts <corpora>`: how often we agree with `buf breaking` on the labelled pairs in `<corpora>/protobuf`, per
 * level (is the pair breaking?) and per rule. `--verbose` shows each pair on which we do not.
 */
const [corpora, ...flags] = process.argv.slice(2);
if (!corpora) throw new Error("usage: protobuf.ts <corpora> [--verbose]");
const verbose = flags.includes("--verbose");

interface LabelledPair {
  readonly id: string;
  readonly base: { readonly files: Record<string, string> };
  readonly head: { readonly files: Record<string, string> };
  readonly breakingAt: Record<"FILE" | "PACKAGE" | "WIRE_JSON" | "WIRE", boolean>;
  /** `level`: the levels at which it was said, as "FILE+PACKAGE". */
  readonly expected?: readonly { readonly rule: string; readonly level: string; readonly msg: string }[];
}

const root = path.join(corpora, "protobuf");
const { pairs }: { pairs: LabelledPair[] } = JSON.parse(fs.readFileSync(path.join(root, "pairs.json"), "utf8"));
const sourcesOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, file]) => [name, fs.readFileSync(path.join(root, file), "utf8")]));
const kebab = (rule: string) => `protobuf/${rule.toLowerCase().replaceAll("_", "-")}`;
const levels = ["FILE", "PACKAGE", "WIRE_JSON", "WIRE"] as const;

const perRule = new Map(protobufRules.map(({ id }) => [id, { ours: 0, theirs: 0, both: 0 }]));
const times: number[] = [];
console.log("level      precision recall  true false missed");
for (const level of levels) {
  const count = { true: 0, false: 0, missed: 0 };
  const own: ProtobufLevel = (["file", "package", "wire_json", "wire"] as const)[levels.indexOf(level)] ?? "wire_json";
  for (const { id, base, head, breakingAt, expected = [] } of pairs) {
    const [before, after] = [sourcesOf(base.files), sourcesOf(head.files)];
    const start = performance.now();
    const diff = diffProtobuf(before, after, { level: own });
    times.push(performance.now() - start);
    const changes = diff.kind === "compared" ? diff.changes.filter((change) => change.level === "breaking") : [];
    const ours = new Set(changes.map(({ rule }) => rule));
    const theirs = new Set(expected.filter((found) => found.level.split("+").includes(level)).map(({ rule }) => kebab(rule)));
    if (ours.size > 0) count[breakingAt[level] ? "true" : "false"] += 1;
    else if (breakingAt[level]) count.missed += 1;
    for (const [rule, tally] of perRule) {
      if (ours.has(rule)) tally.ours += 1;
      if (theirs.has(rule)) tally.theirs += 1;
      if (ours.has(rule) && theirs.has(rule)) tally.both += 1;
    }
    const more = [...ours].filter((rule) => !theirs.has(rule));
    const fewer = [...theirs].filter((rule) => !ours.has(rule));
    const isWrong = ours.size > 0 !== breakingAt[level];
    if (verbose && (isWrong || more.length + fewer.length > 0)) {
      console.log(`${isWrong ? "WRONG" : "rules"} ${level} ${id}: more ${more.join(" ") || "-"}; fewer ${fewer.join(" ") || "-"}`);
      for (const { rule, message } of changes) if (more.includes(rule)) console.log(`    + ${message}`);
      for (const { rule, msg } of expected) if (fewer.includes(kebab(rule))) console.log(`    - ${msg}`);
    }
  }
  const precision = count.true / (count.true + count.false);
  const recall = count.true / (count.true + count.missed);
  console.log(
    `${level.padEnd(10)} ${precision.toFixed(3).padEnd(9)} ${recall.toFixed(3).padEnd(6)} ${[count.true, count.false, count.missed].map((n) => `${n}`.padStart(5)).join(" ")}`,
  );
}

console.log("\nrule (pairs that have it, all levels)                     ours theirs  both");
for (const [rule, { ours, theirs, both }] of perRule) {
  if (ours + theirs > 0) console.log(`${rule.padEnd(56)} ${[ours, theirs, both].map((n) => `${n}`.padStart(5)).join(" ")}`);
}
times.sort((a, b) => a - b);
console.log(`\nper pair: median ${times[times.length >> 1]?.toFixed(2)} ms, slowest ${times.at(-1)?.toFixed(2)} ms`);
