import type { ContractDiff } from "./change.ts";
import type { ContractFormat } from "./format.ts";

/** One version of a contract: its texts by their path, with forward slashes, and those among them that are the contract itself. */
export interface ContractTexts {
  /** One path, except of protobuf and GraphQL, whose contracts may be many files. */
  readonly entries: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

export const protobufLevels = ["wire", "wire_json", "package", "file"] as const;
export const compatibilityDirections = ["read", "write", "both"] as const;

export interface CompareOptions {
  /** Of protobuf alone; "wire_json" unless told. */
  readonly level?: (typeof protobufLevels)[number];
  /** Of JSON Schema and Avro alone; "read" unless told. */
  readonly direction?: (typeof compatibilityDirections)[number];
  /** Of JSON Schema alone: a property that one side does not mention is taken to be absent, even where objects are open. */
  readonly tolerant?: boolean;
  /** The day of the comparison, as 2030-12-31: contracts say until when they hold. */
  readonly today?: string;
}

/** What changed between two versions of a contract. Only the engine of the format is loaded. */
export const compareContracts = (
  format: ContractFormat,
  before: ContractTexts,
  after: ContractTexts,
  options: CompareOptions = {},
): Promise<ContractDiff> => engines[format](before, after, options);

type Engine = (before: ContractTexts, after: ContractTexts, options: CompareOptions) => Promise<ContractDiff>;

const engines: Readonly<Record<ContractFormat, Engine>> = {
  async openapi(before, after, { today }) {
    const { diffOpenApi } = await import("./openapi/index.ts");
    return diffOpenApi(before.files, after.files, { entries: entriesOf(before, after), ...(today !== undefined && { today }) });
  },
  async graphql(before, after) {
    const { diffGraphql } = await import("./graphql/index.ts");
    return diffGraphql(before.files, after.files);
  },
  async asyncapi(before, after) {
    const { diffAsyncApi } = await import("./asyncapi/index.ts");
    return diffAsyncApi(before.files, after.files, { entries: entriesOf(before, after) });
  },
  async protobuf(before, after, { level = "wire_json" }) {
    const { diffProtobuf } = await import("./protobuf/index.ts");
    const old = renamed(before, after);
    return diffProtobuf(old.files, after.files, { level, entries: [...new Set([...old.entries, ...after.entries])] });
  },
  async "json-schema"(before, after, { direction = "read", tolerant = false }) {
    const { diffJsonSchema } = await import("./json-schema/index.ts");
    const [old, current] = [entryOf(before), entryOf(after)];
    const paths = { pathBefore: old.path, pathAfter: current.path };
    return diffJsonSchema(old.text, current.text, { direction, tolerant, ...paths, filesBefore: before.files, filesAfter: after.files });
  },
  async avro(before, after, { direction = "read" }) {
    const { diffAvro } = await import("./avro/index.ts");
    const others = (texts: ContractTexts) => new Map([...texts.files].filter(([path]) => !texts.entries.includes(path)));
    return diffAvro(entryOf(before).text, entryOf(after).text, { direction, filesBefore: others(before), filesAfter: others(after) });
  },
};

const entriesOf = (before: ContractTexts, after: ContractTexts) => [entryOf(before).path, entryOf(after).path] as const;

const entryOf = ({ entries: [path = ""], files }: ContractTexts) => ({ path, text: files.get(path) ?? "" });

/** Two single files are versions of one, whatever they are called; files are paired by their path. */
const renamed = (before: ContractTexts, after: ContractTexts): ContractTexts => {
  const [[from, ...more], [to, ...others]] = [before.entries, after.entries];
  if (from === undefined || to === undefined || more.length + others.length > 0) return before;
  return { entries: [to], files: new Map([...before.files].map(([path, text]) => [path === from ? to : path, text])) };
};
