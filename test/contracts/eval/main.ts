import path from "node:path";
import { parseArgs } from "node:util";
import { NerveError } from "../../../src/base/errors.ts";
import { readCorpora } from "./corpus.ts";
import { readDisputed } from "./disputed.ts";
import { sectionsOf } from "./question.ts";
import { reportJson, reportLines, reportMarkdown } from "./report.ts";
import { runSection } from "./run.ts";
import { type Summary, summaryOf } from "./summary.ts";
import { ours, tools } from "./tools.ts";

const usage = `npm run eval:contracts -- <corpora> [options]
How often contract diffs agree with labelled pairs: each folder of <corpora> that has a pairs.json, ours beside the libraries that there are.

  --only <corpus>     one folder; may be given again
  --ours              without the libraries
  --wrong             also each pair on which ours and the label differ
  --json              one JSON document
  --markdown          the table as it stands in docs/contracts.md
  --buf <path>        the program buf, if it is not on the PATH
  --seconds <n>       for one pair (15)
  --patience <n>      a library that took longer in so many pairs of a corpus is not asked any more (20)`;

/** Exits 0 when it could measure, whatever the figures; 2 on wrong words; 3 when something is missing. Progress goes to stderr. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ only: { type: "string", multiple: true }, ours: { type: "boolean" }, wrong: { type: "boolean" }, buf: { type: "string" } },
      ...{ json: { type: "boolean" }, markdown: { type: "boolean" }, help: { type: "boolean" } },
      ...{ seconds: { type: "string", default: "15" }, patience: { type: "string", default: "20" } },
    },
  });
  const [folder] = positionals;
  const limits = { seconds: Number(values.seconds), patience: Number(values.patience) };
  if (values.help || folder === undefined || positionals.length > 1 || !(limits.seconds > 0 && limits.patience > 0)) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const corpora = readCorpora(folder);
  const absent = values.only?.filter((name) => !corpora.some((corpus) => corpus.name === name)) ?? [];
  if (absent.length > 0) throw new NerveError("usage", `There is no corpus ${absent.join(", ")} in ${folder}.`);
  const disputed = readDisputed();
  const summaries: Summary[] = [];
  const unknown: string[] = [];
  for (const corpus of corpora.filter(({ name }) => values.only?.includes(name) ?? true)) {
    const { sections, unknown: unlabelled } = sectionsOf(corpus);
    unknown.push(...unlabelled);
    const several = new Set(sections.map(({ format }) => format)).size > 1;
    for (const section of sections) {
      process.stderr.write(`${corpus.name} ${section.level ?? ""}…\n`);
      const options = { buf: values.buf === undefined ? undefined : path.resolve(values.buf) };
      summaries.push(summaryOf(await runSection(section, values.ours ? [ours] : tools, options, limits), disputed, several));
    }
  }
  if (values.json) console.log(JSON.stringify(reportJson(summaries, unknown), null, 2));
  else console.log((values.markdown ? reportMarkdown(summaries) : reportLines(summaries, unknown, values.wrong ?? false)).join("\n"));
  return 0;
};

try {
  // Without a handler the processes that were started would stay behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof NerveError)) throw error;
  console.error([error.message, error.hint].filter(Boolean).join(" "));
  process.exitCode = error.code === "usage" ? 2 : 3;
}
