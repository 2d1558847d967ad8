import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { benches, notYet } from "./index.ts";
import { reportJson, reportLines } from "./report.ts";
import { type Result, verdictOf } from "./result.ts";
import { isolate, Sandbox } from "./sandbox.ts";

const usage = `tsx test/bench/budgets.ts [--only <name>]... [--json] [--strict]
Measures what the design sets budgets for. Names: ${benches.map(({ name }) => name).join(", ")}.
Exits 0 even when something is over its budget, with --strict 1; 1 when a bench could not be run.`;

/** Runs the benches one after the other and prints one report. Progress goes to stderr. */
const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      json: { type: "boolean" },
      strict: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const unknown = values.only?.filter((name) => !benches.some((bench) => bench.name === name)) ?? [];
  if (values.help || unknown.length > 0) {
    for (const name of unknown) console.error(`There is no bench ${name}.`);
    console.error(usage);
    return unknown.length > 0 ? 2 : 0;
  }
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "nerve-bench-home-"));
  try {
    isolate(home);
    const results: Result[] = [];
    let failed = false;
    for (const bench of benches.filter(({ name }) => values.only?.includes(name) ?? true)) {
      console.error(`${bench.name} …`);
      const sandbox = new Sandbox();
      try {
        results.push(...(await bench.run(sandbox)));
      } catch (error) {
        // The others' figures are worth having all the same.
        failed = true;
        console.error(error);
      } finally {
        await sandbox.close();
      }
    }
    const missing = values.only ? [] : notYet;
    if (values.json) console.log(JSON.stringify(reportJson(results, missing), null, 2));
    else for (const line of reportLines(results, missing)) console.log(line);
    return failed || (values.strict && results.some((result) => verdictOf(result) === "over")) ? 1 : 0;
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
};

process.exitCode = await main();
