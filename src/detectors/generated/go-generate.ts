import { folderOf, nameOf } from "../../base/paths.ts";
import { pathFrom } from "../paths.ts";

/** What a `//go:generate` line makes of what. */
export interface GoGeneration {
  readonly source: string;
  readonly generated: string;
  readonly generator: string;
}

/** The generations that a Go file asks for, as far as the line names the output, or it follows from a rule: `stringer -type=Pill` writes `pill_string.go`. */
export const goGenerations = (path: string, text: string): GoGeneration[] =>
  [...text.matchAll(/^\/\/go:generate\s+(.+)$/gm)].flatMap(([, line = ""]) => {
    const words = line
      .trim()
      .replace(/\$(?:GOFILE\b|\{GOFILE\})/g, nameOf(path))
      .split(/\s+/);
    const program = words.find((word) => !/^(?:go|run|-.*)$/.test(word)) ?? "";
    const generator = program.slice(program.lastIndexOf("/") + 1).replace(/@.*$/, "");
    const option = (...names: string[]): string | undefined => optionIn(words, names);
    const types = (option("type") ?? "").split(",")[0] ?? "";
    const output = option("destination", "output", "o", "out") ?? (types === "" ? undefined : outputs[generator]?.(types.toLowerCase()));
    const [source, generated] = [option("source") ?? nameOf(path), output].map((written) =>
      written === undefined ? undefined : pathFrom(folderOf(path), written),
    );
    return source === undefined || generated === undefined ? [] : [{ source, generated, generator }];
  });

const outputs: Readonly<Record<string, (type: string) => string>> = {
  stringer: (type) => `${type}_string.go`,
  enumer: (type) => `${type}_enumer.go`,
};

const optionIn = (words: readonly string[], names: readonly string[]): string | undefined => {
  for (const [at, word] of words.entries()) {
    const [, name = "", value] = /^--?([\w-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (names.includes(name)) return (value ?? words[at + 1])?.replace(/^["']|["']$/g, "");
  }
  return undefined;
};
