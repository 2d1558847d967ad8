import { jsonIn, tableOf } from "../settings-text.ts";
import type { GeneratorConfig, GeneratorRule } from "./generator-config.ts";
import { isAmong } from "./written.ts";

/** Scripts of `package.json` that call a known generator with its input and output, such as `openapi-typescript api.yaml -o src/api.ts`. */
export const npmScripts: GeneratorConfig = {
  files: ["package.json"],

  read: (text, folder) =>
    Object.entries(tableOf(tableOf(jsonIn(text))["scripts"])).flatMap(([script, line]) =>
      typeof line === "string" ? line.split(/&&|\|\||;/).flatMap((command) => [...rulesOf(command, `npm run ${script}`, folder)]) : [],
    ),
};

interface KnownGenerator {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

const [input, output] = [
  ["-i", "--input"],
  ["-o", "--output", "--out"],
];

/** By the name of the program. What no option says is taken from the words without one: the input, then the output. */
const generators: Readonly<Record<string, KnownGenerator>> = {
  "openapi-typescript": { inputs: [], outputs: output },
  "openapi-zod-client": { inputs: [], outputs: output },
  "openapi-ts": { inputs: input, outputs: output },
  openapi: { inputs: input, outputs: output },
  "openapi-typescript-codegen": { inputs: input, outputs: output },
  "openapi-generator-cli": { inputs: ["-i", "--input-spec"], outputs: output },
  "openapi-generator": { inputs: ["-i", "--input-spec"], outputs: output },
  "swagger-typescript-api": { inputs: ["-p", "--path"], outputs: output },
  oazapfts: { inputs: [], outputs: [] },
  orval: { inputs: input, outputs: output },
  json2ts: { inputs: input, outputs: output },
  "json-schema-to-typescript": { inputs: input, outputs: output },
  quicktype: { inputs: ["--src"], outputs: output },
  "ts-json-schema-generator": { inputs: ["-p", "--path"], outputs: ["-o", "--out"] },
  pbjs: { inputs: [], outputs: output },
};

function* rulesOf(command: string, run: string, folder: string): Generator<GeneratorRule> {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
  const at = words.findIndex((word) => Object.hasOwn(generators, nameOf(word)));
  const name = nameOf(words[at] ?? "");
  const known = Object.hasOwn(generators, name) ? generators[name] : undefined;
  if (!known) return;
  const { options, free } = argumentsOf(words.slice(at + 1));
  const source = valueOf(known.inputs, options) ?? free.shift();
  const out = valueOf([...known.outputs, ">"], options) ?? free.shift();
  if (source === undefined || out === undefined) return;
  yield {
    generator: name,
    command: run,
    isSource: (path) => isAmong(path, [source], folder),
    isGenerated: (path) => isAmong(path, [out], folder),
  };
}

/** `./node_modules/.bin/orval` and `orval@7` are orval. */
const nameOf = (word: string): string => word.slice(word.lastIndexOf("/") + 1).replace(/@[\d.]+\w*$|@latest$/, "");

const argumentsOf = (words: readonly string[]): { options: ReadonlyMap<string, string>; free: string[] } => {
  const options = new Map<string, string>();
  const free: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const next = words[at + 1];
    const [key = word, value] = word.startsWith("--") ? word.split("=", 2) : [word];
    if (!word.startsWith("-") && word !== ">") free.push(word);
    else if (value !== undefined) options.set(key, value);
    else if (next !== undefined && !next.startsWith("-")) {
      options.set(key, next);
      at++;
    }
  }
  return { options, free };
};

const valueOf = (names: readonly string[], options: ReadonlyMap<string, string>): string | undefined =>
  names.map((name) => options.get(name)).find((value) => value !== undefined);
