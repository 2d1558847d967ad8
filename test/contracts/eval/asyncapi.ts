import fs from "node:fs";
import path from "node:path";
import { diffAsyncApi } from "../../../src/contracts/asyncapi/index.ts";

/**
 * `tsx test/contracts/eval/asyncapi.ts <corpora>`: how often we agree with the labels of `<corpora>/asyncapi` (is the pair breaking?), and for
 * how many of the breaking pairs of each kind. Pairs without a label are left out. `--verbose` shows each pair on which we do not agree.
 */
const [corpora, ...flags] = process.argv.slice(2);
if (!corpora) throw new Error("usage: asyncapi.ts <corpora> [--verbose]");
const verbose = flags.includes("--verbose");

interface LabelledPair {
  readonly id: string;
  readonly kind: string;
  readonly base: { readonly file: string };
  readonly head: { readonly file: string };
  readonly breaking: boolean | null;
}

const root = path.join(corpora, "asyncapi");
const { pairs }: { pairs: LabelledPair[] } = JSON.parse(fs.readFileSync(path.join(root, "pairs.json"), "utf8"));
const labelled = pairs.filter(({ breaking }) => breaking !== null);
const count = { true: 0, false: 0, missed: 0 };
const perKind = new Map<string, { pairs: number; found: number }>();
const times: number[] = [];
for (const { id, kind, base, head, breaking } of labelled) {
  const [before, after] = [base.file, head.file].map((file) => new Map([["api", fs.readFileSync(path.join(root, file), "utf8")]]));
  if (!before || !after) continue;
  const start = performance.now();
  const diff = diffAsyncApi(before, after);
  times.push(performance.now() - start);
  const changes = diff.kind === "compared" ? diff.changes : [];
  const ours = changes.some(({ level }) => level === "breaking") || diff.kind === "not_assessed";
  if (ours) count[breaking ? "true" : "false"] += 1;
  else if (breaking) count.missed += 1;
  if (breaking) {
    const tally = perKind.get(kind) ?? { pairs: 0, found: 0 };
    perKind.set(kind, { pairs: tally.pairs + 1, found: tally.found + (ours ? 1 : 0) });
  }
  if (!verbose || ours === breaking) continue;
  console.log(`\n${breaking ? "MISSED" : "FALSE"} ${id}  ${base.file} ${head.file}`);
  for (const change of changes) console.log(`    ours   ${change.level} ${change.rule} ${change.at} ${change.message}`);
}
const precision = count.true / (count.true + count.false);
const recall = count.true / (count.true + count.missed);
console.log(`asyncapi: ${labelled.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, count);
for (const [kind, tally] of perKind) console.log(`  ${kind}: ${tally.found} of ${tally.pairs} breaking pairs`);
times.sort((a, b) => a - b);
console.log(`  per pair: median ${times[times.length >> 1]?.toFixed(2)} ms, slowest ${times.at(-1)?.toFixed(2)} ms`);
