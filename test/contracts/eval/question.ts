import fs from "node:fs";
import path from "node:path";
import { type ContractFormat, contractFormatsOf } from "../../../src/contracts/format.ts";
import type { ProtobufLevel } from "../../../src/contracts/protobuf/index.ts";
import type { Corpus, LabelledPair } from "./corpus.ts";

/** Is this pair breaking? Asked once per level where the labels have levels. */
export interface Question {
  readonly id: string;
  readonly format: ContractFormat;
  readonly level?: ProtobufLevel;
  /** Files on disk by the paths under which they refer to each other. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly entry?: string;
  /** The label. */
  readonly breaking: boolean;
  /** What the label rests on: the names of the rules that the pair breaks. */
  readonly rules: readonly string[];
  /** Where the corpus has kinds of pairs. */
  readonly kind?: string;
  /** All that the source of the label found, for people. */
  readonly theirs: readonly string[];
}

/** The questions of a corpus that are scored together. */
export interface Section {
  readonly corpus: string;
  readonly format: ContractFormat;
  readonly level?: ProtobufLevel;
  readonly questions: readonly Question[];
}

/** A corpus by format and level. `unknown`: ids of pairs in a format that nobody knows, or without a label. */
export const sectionsOf = (corpus: Corpus): { readonly sections: readonly Section[]; readonly unknown: readonly string[] } => {
  const sections = new Map<string, { format: ContractFormat; level?: ProtobufLevel; questions: Question[] }>();
  const unknown: string[] = [];
  for (const pair of corpus.pairs) {
    const format = formatNamed(pair.format) ?? formatNamed(corpus.name) ?? formatInside(corpus, pair);
    const questions = format === undefined ? [] : questionsOf(corpus, pair, format);
    if (questions.length === 0) unknown.push(pair.id);
    for (const question of questions) {
      const { format: own, level } = question;
      const key = `${own} ${level ?? ""}`;
      const section = sections.get(key) ?? { format: own, ...(level && { level }), questions: [] };
      sections.set(key, section);
      section.questions.push(question);
    }
  }
  return { sections: [...sections.values()].map((section) => ({ corpus: corpus.name, ...section })), unknown };
};

/** The format that a word stands for: "openapi3", "swagger2", "asyncapi2", "JSON Schema", "openapi-oasdiff". */
const formatNamed = (word = ""): ContractFormat | undefined => {
  const name = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  return prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
};

const prefixes: readonly (readonly [string, ContractFormat])[] = [
  ["openapi", "openapi"],
  ["swagger", "openapi"],
  ["oas", "openapi"],
  ["asyncapi", "asyncapi"],
  ["graphql", "graphql"],
  ["proto", "protobuf"],
  ["jsonschema", "json-schema"],
  ["avro", "avro"],
];

const formatInside = ({ folder }: Corpus, { head }: LabelledPair): ContractFormat | undefined => {
  const [file] = Object.values(filesOf(folder, head));
  return file === undefined ? undefined : contractFormatsOf(fs.readFileSync(file, "utf8"))[0];
};

const questionsOf = ({ folder }: Corpus, pair: LabelledPair, format: ContractFormat): Question[] => {
  const { id, base, head, breaking, breakingAt, expected = [], kind } = pair;
  const entry = head.entry ?? base.entry;
  const common = {
    ...{ id, format, before: filesOf(folder, base), after: filesOf(folder, head) },
    theirs: expected.map(({ rule, level, where, msg }) => [level, rule, where, msg].filter(Boolean).join(" ")),
    ...(entry !== undefined && { entry }),
    ...(kind !== undefined && { kind }),
  };
  const levels = allLevels.filter((level) => breakingAt?.[level.toUpperCase()] !== undefined);
  if (levels.length === 0) {
    // What names a place is a finding, not a rule.
    const rules = expected.filter(({ rule, level = "" }) => meansBreaking.test(level) && !rule.includes("/")).map(({ rule }) => rule);
    return typeof breaking === "boolean" ? [{ ...common, breaking, rules: distinct(rules) }] : [];
  }
  return levels.map((level) => {
    const rules = expected.filter((finding) => finding.level?.split("+").includes(level.toUpperCase())).map(({ rule }) => rule);
    return { ...common, level, breaking: breakingAt?.[level.toUpperCase()] ?? false, rules: distinct(rules) };
  });
};

const filesOf = (folder: string, { file, files = {} }: LabelledPair["base"]): Record<string, string> => {
  const named = file === undefined ? files : { [path.basename(file)]: file };
  return Object.fromEntries(Object.entries(named).map(([name, own]) => [name, path.resolve(folder, own)]));
};

const allLevels: readonly ProtobufLevel[] = ["file", "package", "wire_json", "wire"];

const meansBreaking = /^(?:err|breaking|incompatible)/i;

const distinct = (words: readonly string[]): string[] => [...new Set(words)];
