import { parseArgs } from "node:util";
import { appendBatch, appendOne, coldRead, sixteenWriters, statusTime, warmStart } from "./log.ts";
import type { Bench, Measurement } from "./measure.ts";
import { cleanUp } from "./sample.ts";
import { allPairs, idle, oneSave, saveToInbox } from "./sensing.ts";

/**
 * The budgets: `npm run bench [-- --only <name> --json --strict]`. Ratios are against stock git (or node) doing the equivalent in the same run.
 * Exits 0 even when something is over its budget, unless `--strict`.
 */
const benches: readonly Bench[] = [
  statusTime,
  appendOne,
  appendBatch,
  coldRead,
  warmStart,
  oneSave,
  saveToInbox,
  allPairs,
  idle,
  sixteenWriters,
];

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, json: { type: "boolean" }, strict: { type: "boolean" } },
});
const chosen = benches.filter(({ name }) => !values.only || values.only.includes(name));
if (chosen.length === 0) {
  console.error(`There is no such bench. There are: ${benches.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const identity = {
  GIT_AUTHOR_NAME: "Bench",
  GIT_AUTHOR_EMAIL: "bench@example.com",
  GIT_COMMITTER_NAME: "Bench",
  GIT_COMMITTER_EMAIL: "bench@example.com",
};
Object.assign(process.env, identity, { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" });

const rows: (Measurement & { name: string; what: string; ok: boolean })[] = [];
try {
  for (const bench of chosen) {
    const progress = (text: string) => process.stderr.write(`${bench.name}: ${text}\n`);
    progress(bench.what);
    for (const found of await bench.run(progress))
      rows.push({ name: bench.name, what: bench.what, ...found, ok: found.value <= found.budget });
  }
} finally {
  await cleanUp();
}

if (values.json) console.log(JSON.stringify({ benches: rows }, null, 2));
else {
  const shown = ({ unit }: Measurement, value: number) => (unit === "x" ? `${value.toFixed(2)}x` : `${value.toFixed(0)} ${unit}`);
  const cells = rows.map((row) => [row.name, shown(row, row.value), shown(row, row.budget), row.ok ? "ok" : "OVER", row.detail]);
  const table = [["bench", "measured", "budget", "", ""], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  console.log("Not measured: the hook before an edit. There is none yet.");
}
process.exitCode = values.strict && rows.some(({ ok }) => !ok) ? 1 : 0;
