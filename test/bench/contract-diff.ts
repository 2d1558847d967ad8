import fs from "node:fs";
import { diffOpenApi } from "../../src/contracts/openapi/index.ts";

/** A process that compares once: `contract-diff <before> <after>`. Prints what it took, from two texts to the changes, and the most memory. */
const [before, after] = process.argv.slice(2).map((file) => new Map([["contract", fs.readFileSync(file, "utf8")]]));
if (!before || !after) throw new Error("two files are needed");
const start = performance.now();
const diff = diffOpenApi(before, after);
const milliseconds = performance.now() - start;
if (diff.kind !== "compared") throw new Error(diff.reason);
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, mebibytes, changes: diff.changes.length }));
