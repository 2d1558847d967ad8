import fs from "node:fs";
import path from "node:path";
import { diffOpenApi } from "../../../src/contracts/openapi/index.ts";

/**
 * `tsx test/contracts/eval/openapi.ts <corpora>`: how often we agree with the labels of `<corpora>/openapi-*` (is the pair breaking?), and for
 * how many of the pairs with a rule of theirs we found something that breaks. `--verbose` shows each pair on which we do not agree.
 */
const [corpora, ...flags] = process.argv.slice(2);
if (!corpora) throw new Error("usage: openapi.ts <corpora> [--verbose]");
const verbose = flags.includes("--verbose");

interface LabelledPair {
  readonly id: string;
  readonly base: { readonly file: string };
  readonly head: { readonly file: string };
  readonly breaking: boolean;
  readonly expected?: readonly { readonly rule: string; readonly level: string; readonly where: string }[];
}

const today = new Date().toISOString().slice(0, 10);
for (const corpus of fs.readdirSync(corpora).filter((name) => name.startsWith("openapi-"))) {
  const root = path.join(corpora, corpus);
  const { pairs }: { pairs: LabelledPair[] } = JSON.parse(fs.readFileSync(path.join(root, "pairs.json"), "utf8"));
  const count = { true: 0, false: 0, missed: 0 };
  const perRule = new Map<string, { pairs: number; found: number }>();
  const times: number[] = [];
  for (const { id, base, head, breaking, expected = [] } of pairs) {
    const [before, after] = [base.file, head.file].map((file) => new Map([["api", fs.readFileSync(path.join(root, file), "utf8")]]));
    if (!before || !after) continue;
    const start = performance.now();
    const diff = diffOpenApi(before, after, { today });
    times.push(performance.now() - start);
    const changes = diff.kind === "compared" ? diff.changes : [];
    const ours = changes.some(({ level }) => level === "breaking") || diff.kind === "not_assessed";
    if (ours) count[breaking ? "true" : "false"] += 1;
    else if (breaking) count.missed += 1;
    for (const rule of new Set(expected.filter(({ level }) => level === "ERR" || level === "INCOMPATIBLE").map(({ rule: name }) => name))) {
      const tally = perRule.get(rule) ?? { pairs: 0, found: 0 };
      perRule.set(rule, { pairs: tally.pairs + 1, found: tally.found + (ours ? 1 : 0) });
    }
    if (!verbose || ours === breaking) continue;
    console.log(`\n${breaking ? "MISSED" : "FALSE"} ${id}  ${base.file} ${head.file}`);
    for (const { rule, level, where } of expected)
      if (rule !== "api-version-not-bumped") console.log(`    theirs ${level} ${rule} ${where}`);
    for (const change of changes) console.log(`    ours   ${change.level} ${change.rule} ${change.at} ${change.message}`);
  }
  const precision = count.true / (count.true + count.false);
  const recall = count.true / (count.true + count.missed);
  console.log(`\n${corpus}: ${pairs.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, count);
  for (const [rule, tally] of perRule) if (tally.found < tally.pairs) console.log(`  ${rule}: ${tally.found} of ${tally.pairs} pairs`);
  times.sort((a, b) => a - b);
  console.log(`  per pair: median ${times[times.length >> 1]?.toFixed(2)} ms, slowest ${times.at(-1)?.toFixed(2)} ms`);
}
