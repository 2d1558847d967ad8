import fs from "node:fs";
import path from "node:path";
import yaml from "js-yaml";
import { diffOpenApi } from "../../src/contracts/openapi/index.ts";
import type { Bench } from "./result.ts";
import { inTurns, median } from "./rounds.ts";
import { sampleContract } from "./sample-contract.ts";
import { run } from "./sandbox.ts";

const rounds = 5;

/** Two versions of a contract, each time in a process that has done nothing before; and a typical pair in one that has. */
export const contracts: Bench = {
  name: "contracts",

  async run(sandbox) {
    const dir = sandbox.folder();
    const json = filesIn(dir, "5.json", 5_000_000, (value) => JSON.stringify(value));
    const twice = filesIn(dir, "10.json", 10_000_000, (value) => JSON.stringify(value));
    // The same in YAML takes 1.4 times as many bytes.
    const texts = filesIn(dir, "5.yaml", 5_000_000 / 1.4, (value) => yaml.dump(value, { noRefs: true }));
    const [ofJson, ofTwice, ofYaml] = [await measured(json), await measured(twice), await measured(texts)];
    const read = (files: readonly string[], parse: (text: string) => unknown) => files.map((file) => parse(fs.readFileSync(file, "utf8")));
    const small = sampleContract(30_000);
    const [before, after] = [small.before, small.after].map((value) => new Map([["contract", JSON.stringify(value)]]));
    if (!before || !after) throw new Error("there is no small contract");
    // One after the other: what it takes to clear away after large texts is not the small one's.
    const { pair } = await inTurns(100, { pair: () => diffOpenApi(before, after) });
    const parsed = await inTurns(10, { json: () => read(json, JSON.parse) });
    return [
      { what: "OpenAPI of 5 MB in JSON against a revision, cold", unit: "ms", measured: ofJson.milliseconds, budget: 1500 },
      { what: "its memory, at most", unit: "MiB", measured: ofJson.mebibytes, budget: 500 },
      {
        what: "the same of 10 MB",
        unit: "ms",
        measured: ofTwice.milliseconds,
        baseline: { what: "of 5 MB", measured: ofJson.milliseconds },
        budget: 2.6,
        note: "linear is 2; the rest is for noise",
      },
      { what: "OpenAPI of 5 MB in YAML against a revision, cold", unit: "ms", measured: ofYaml.milliseconds, budget: 1500 },
      { what: "its memory, at most", unit: "MiB", measured: ofYaml.mebibytes, budget: 500 },
      { what: "a typical pair, OpenAPI of 30 kB", unit: "ms", measured: pair, budget: 10 },
      {
        what: "OpenAPI of 5 MB in JSON against a revision, cold",
        unit: "ms",
        measured: ofJson.milliseconds,
        baseline: { what: "JSON.parse of both, warm", measured: parsed.json },
        note: "to read is the least that anybody has to do",
      },
    ];
  },
};

const filesIn = (dir: string, name: string, bytes: number, written: (value: unknown) => string): readonly string[] =>
  Object.entries(sampleContract(bytes)).map(([version, value]) => {
    const file = path.join(dir, `${version}-${name}`);
    fs.writeFileSync(file, written(value));
    return file;
  });

/** Medians. */
const measured = async (files: readonly string[]): Promise<{ milliseconds: number; mebibytes: number }> => {
  const words = [process.execPath, "--import", import.meta.resolve("tsx"), path.join(import.meta.dirname, "contract-diff.ts"), ...files];
  const taken: { milliseconds: number; mebibytes: number; changes: number }[] = [];
  for (let round = 0; round < rounds; round++) taken.push(JSON.parse(await run(words)));
  if (taken.some(({ changes }) => changes < 4)) throw new Error("changes were missed");
  return {
    milliseconds: median(taken.map(({ milliseconds }) => milliseconds)),
    mebibytes: median(taken.map(({ mebibytes }) => mebibytes)),
  };
};
