import { NerveError } from "../../base/errors.ts";
import { type ContractChange, levels } from "../../contracts/change.ts";
import { type CompareOptions, compareContracts } from "../../contracts/compare.ts";
import { type ContractFormat, contractFormatsOf } from "../../contracts/format.ts";
import type { NotAssessed } from "../../model/change.ts";
import { type Gathered, gatherAlone, gatherAvro, gatherFolder, gatherReferred } from "./gather.ts";
import { gatherProtobuf } from "./gather-protobuf.ts";
import { findPlace, type Place } from "./place.ts";

export { type ContractChange, levels } from "../../contracts/change.ts";
export { compatibilityDirections, protobufLevels } from "../../contracts/compare.ts";
export { contractFormats } from "../../contracts/format.ts";

export interface ContractQuestion extends Omit<CompareOptions, "today"> {
  /** Paths or `<rev>:<path>`, as said in `cwd`. */
  readonly old: string;
  readonly new: string;
  readonly cwd: string;
  /** Told by the content of both unless said. */
  readonly format?: ContractFormat;
  /** Where imports of protobuf are looked for, as said in `cwd`. */
  readonly protoPaths?: readonly string[];
  /** Told before a comparison of so many characters begins: from there on it is all in one go. */
  readonly onCompare?: (characters: number) => void;
}

export interface ContractAnswer {
  readonly format: ContractFormat;
  /** Null when the contracts could not be compared, and why stands in `notAssessed`. */
  readonly breaking: boolean | null;
  readonly old: string;
  readonly new: string;
  /** The worst first. */
  readonly changes: readonly ContractChange[];
  readonly notAssessed: readonly NotAssessed[];
  readonly notes: readonly string[];
}

/** What changed between two versions of a contract. Throws (usage) where nothing stands that could be one, or not twice the same kind. */
export const readContractDiff = async (question: ContractQuestion): Promise<ContractAnswer> => {
  const old = await findPlace(question.cwd, question.old);
  try {
    const current = await findPlace(question.cwd, question.new);
    try {
      return await compared(question, old, current);
    } finally {
      await current.close();
    }
  } finally {
    await old.close();
  }
};

const compared = async (question: ContractQuestion, old: Place, current: Place): Promise<ContractAnswer> => {
  const texts = await Promise.all([old, current].map((place) => (place.kind === "folder" ? undefined : place.tree.read(place.path))));
  const format = question.format ?? requireFormat(await Promise.all([formatsAt(old, texts[0]), formatsAt(current, texts[1])]), question);
  refuseOptionsOfOthers(question, format);
  const before = await gathered(format, old, texts[0], question);
  const after = await gathered(format, current, texts[1], question);
  question.onCompare?.(sizeOf(before) + sizeOf(after));
  const diff = await compareContracts(format, before, after, { ...question, today: new Date().toISOString().slice(0, 10) });
  const changes = diff.kind === "compared" ? diff.changes : [];
  const gaps = diff.kind === "compared" ? [] : [{ path: question.new, reason: diff.reason }];
  return {
    format,
    breaking: diff.kind === "compared" ? changes.some(({ level }) => level === "breaking") : null,
    old: question.old,
    new: question.new,
    changes: changes.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
    notAssessed: distinct([...gaps, ...before.notAssessed, ...after.notAssessed]),
    notes: [...new Set([...before.notes, ...after.notes])],
  };
};

const sizeOf = ({ files }: Gathered): number => [...files.values()].reduce((sum, text) => sum + text.length, 0);

const distinct = (gaps: readonly NotAssessed[]): NotAssessed[] => [...new Map(gaps.map((gap) => [gap.path, gap])).values()];

/** Of a folder, what the names of its files say: two formats have contracts of many files. */
const formatsAt = async ({ kind, name, path, tree }: Place, text: string | undefined): Promise<readonly ContractFormat[]> => {
  if (kind !== "folder") return contractFormatsOf(text ?? "");
  const files = await tree.filesIn(path, { deep: true });
  if (files.some((file) => protobufFile.test(file))) return ["protobuf"];
  if (files.some((file) => graphqlFile.test(file))) return ["graphql"];
  throw new NerveError("usage", `there are no protobuf or GraphQL files in ${name}`, { hint: "Of other contracts, name the file." });
};

const protobufFile = /\.proto$/;
const graphqlFile = /\.(?:graphqls?|gql)$/;

const requireFormat = (found: readonly (readonly ContractFormat[])[], { old, new: current }: ContractQuestion): ContractFormat => {
  const [before = [], after = []] = found;
  // What can no longer be read is still compared as what it was.
  const format = before.find((each) => after.length === 0 || after.includes(each)) ?? (before.length === 0 ? after[0] : undefined);
  if (format) return format;
  throw new NerveError(
    "usage",
    before[0] && after[0]
      ? `${old} is ${before[0]} and ${current} is ${after[0]}: there is nothing to compare`
      : `neither ${old} nor ${current} looks like a contract`,
    { hint },
  );
};

const hint = "Say what they are with --format.";

const refuseOptionsOfOthers = ({ level, protoPaths = [], direction, tolerant }: ContractQuestion, format: ContractFormat): void => {
  const ofProtobuf = level !== undefined ? "--level" : protoPaths.length > 0 ? "--proto-path" : undefined;
  if (ofProtobuf && format !== "protobuf") throw new NerveError("usage", `${ofProtobuf} is for protobuf, and this is ${format}`);
  if (direction !== undefined && format !== "json-schema" && format !== "avro")
    throw new NerveError("usage", `--direction is for json-schema and avro, and this is ${format}`);
  if (tolerant && format !== "json-schema") throw new NerveError("usage", `--tolerant is for json-schema, and this is ${format}`);
};

const gathered = async (
  format: ContractFormat,
  place: Place,
  text: string | undefined,
  { protoPaths = [] }: ContractQuestion,
): Promise<Gathered> => {
  if (format === "protobuf") return gatherProtobuf(place, text, protoPaths);
  if (format === "graphql") return text === undefined ? gatherFolder(place, graphqlFile) : gatherAlone(place, text);
  if (text !== undefined) return format === "avro" ? gatherAvro(place, text) : gatherReferred(place, text);
  throw new NerveError("usage", `${place.name} is a folder`, { hint: `Name the file in it that is the ${format} contract.` });
};
