import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import yaml from "js-yaml";
import { contractFormatsOf } from "../../../src/contracts/format.ts";
import { valueOf } from "../eval/peers/document.ts";
import { tools } from "../eval/tools.ts";
import { ask } from "./ask.ts";
import { type Outcome } from "./question.ts";
import { reportJson, reportLines, type Measured } from "./report.ts";
import { type Revision, revisionsOf } from "./revise.ts";
import { asNode } from "./specification.ts";

const usage = `npm run eval:specs -- <file or folder of OpenAPI specifications>... [options]
Makes revisions of real specifications, of which it is known whom they break, and asks us and the npm libraries about them:
what they find, how long it takes, and how much memory. Each answer comes from a process that has done nothing before.

  --seed <n>      which revisions (1)
  --times <n>     how often each kind of edit is made (3)
  --seconds <n>   how long a tool may take (60)
  --only <tool>   one tool
  --verbose       shows what we missed, and what we called breaking and is not
  --json          one JSON document`;

/** Exits 0 when it could measure, whatever the figures; 2 on wrong words. Progress goes to stderr. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ seed: { type: "string", default: "1" }, times: { type: "string", default: "3" }, seconds: { type: "string", default: "60" } },
      ...{ only: { type: "string" }, verbose: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
      help: { type: "boolean", default: false },
    },
  });
  const [seed, times, seconds] = [Number(values.seed), Number(values.times), Number(values.seconds)];
  if (values.help || positionals.length === 0 || !Number.isInteger(seed) || !(times > 0) || !(seconds > 0)) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "nerve-specifications-"));
  try {
    const measured: Measured[] = [];
    for (const file of positionals.flatMap(filesIn)) {
      const text = fs.readFileSync(file, "utf8");
      const root = contractFormatsOf(text).includes("openapi") ? asNode(valueOf(text)) : undefined;
      if (!root) continue;
      for (const revision of revisionsOf(root, { seed, times })) {
        console.error(`${path.basename(file)}: ${revision.name} …`);
        const after = path.join(scratch, "after");
        fs.writeFileSync(after, written(revision, text));
        const outcomes = new Map<string, Outcome>();
        for (const { name } of tools.filter(({ formats, name }) => formats.includes("openapi") && (values.only ?? name) === name))
          outcomes.set(name, await ask({ tool: name, before: file, after }, seconds));
        measured.push({ specification: path.basename(file), bytes: Buffer.byteLength(text), revision, outcomes });
      }
    }
    if (values.json) console.log(JSON.stringify(reportJson(measured), null, 2));
    else for (const line of reportLines(measured, { verbose: values.verbose })) console.log(line);
    return 0;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
};

const filesIn = (place: string): string[] =>
  fs.statSync(place).isDirectory()
    ? fs
        .readdirSync(place, { recursive: true, encoding: "utf8" })
        .flatMap((name) => (/\.(?:json|ya?ml)$/.test(name) ? [path.join(place, name)] : []))
    : [place];

/** In the language of the original, laid out otherwise. */
const written = ({ root }: Revision, original: string): string =>
  /^\s*\{/.test(original) ? JSON.stringify(root, null, 1) : yaml.dump(root, { noRefs: true, lineWidth: -1, schema: yaml.CORE_SCHEMA });

process.exitCode = await main();
