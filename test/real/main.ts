import path from "node:path";
import { parseArgs } from "node:util";
import { NerveError } from "../../src/base/errors.ts";
import type { Language } from "./language.ts";
import { openLanguage } from "./languages.ts";
import { randomFrom } from "./random.ts";
import { reportJson, reportLines } from "./report.ts";
import { runPairs } from "./run.ts";
import { newScratch } from "./scratch.ts";
import { stageOf } from "./stage.ts";

const usage = `npm run eval:real -- <repository> [options]
Measures on a real repository how often git nerve sees that a merge is broken, and how often it says so when it is not.

  --pairs <n>         how many broken pairs, and how many that only look so (50)
  --seed <n>          which ones (1)
  --at <commit>       what they are built on (HEAD)
  --language <name>   typescript or python; else what the repository has more files of
  --only <name>       one operation, or one temptation
  --keep              leaves the clone, with refs/eval/<n>/{ours,theirs}
  --json              one JSON document`;

/** Exits 0 when it could measure, whatever the figures; 2 on wrong words; 3 when something is missing. Progress goes to stderr. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ pairs: { type: "string", default: "50" }, seed: { type: "string", default: "1" }, at: { type: "string", default: "HEAD" } },
      ...{ language: { type: "string" }, only: { type: "string" }, keep: { type: "boolean", default: false } },
      ...{ json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    },
  });
  const [repository] = positionals;
  const [pairs, seed] = [Number(values.pairs), Number(values.seed)];
  if (values.help || repository === undefined || positionals.length > 1 || !(pairs > 0) || !Number.isInteger(seed)) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const scratch = await newScratch(path.resolve(repository), values.at);
  let language: Language | undefined;
  try {
    language = await openLanguage(scratch.dir, values.language);
    const about = { repository: path.basename(path.resolve(repository)), commit: scratch.base, language: language.name, seed };
    const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`);
    tell(`${language.files.size} files, ${language.subjects.length} definitions`);
    const run = await runPairs(stageOf(language, randomFrom(seed)), scratch, { pairs, only: values.only, keep: values.keep, tell });
    if (values.json) console.log(JSON.stringify(reportJson(run, about), null, 2));
    else
      for (const line of reportLines(run, `${about.repository} at ${scratch.base.slice(0, 12)}, ${language.name}, seed ${seed}`))
        console.log(line);
    if (values.keep) tell(`The pairs are in ${scratch.dir} as refs/eval/<n>/{ours,theirs}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof NerveError)) throw error;
    console.error(error.message);
    return 3;
  } finally {
    language?.close();
    if (!values.keep) scratch.remove();
  }
};

process.exitCode = await main();
