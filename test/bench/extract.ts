import { openExtractor } from "../../src/app/code/extraction.ts";
import { languageOf } from "../../src/symbols/languages.ts";
import type { Bench } from "./result.ts";
import { median } from "./rounds.ts";
import { sampleCode } from "./sample-code.ts";

/** What a saved source file costs before anybody is compared with anybody: it is taken apart anew. In processor time, the machine may be busy. */
export const extract: Bench = {
  name: "extract",

  async run() {
    const language = languageOf("store.ts");
    if (!language) throw new Error("TypeScript is not read");
    const taken: number[] = [];
    for (let round = 0; round <= 25; round++) {
      const text = sampleCode(round, { lines: 1000, imports: ["./one.ts", "./two.ts"] });
      taken.push(await processorTime(async () => (await openExtractor()).extract(language, text)));
    }
    const [first = Number.NaN] = taken;
    return [
      { what: "one changed file of 1,000 lines, its symbols", unit: "ms", measured: median(taken.slice(6)), budget: 30 },
      { what: "the same, the first one of the run", unit: "ms", measured: first, note: "it compiles the grammar and its query too" },
    ];
  },
};

/** Milliseconds, of all threads of this process. */
const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
