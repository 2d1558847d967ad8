import type { ContractFormat } from "../../../src/contracts/format.ts";
import type { ProtobufLevel } from "../../../src/contracts/protobuf/index.ts";

/** Two versions of a contract, as texts by their paths. */
export interface Versions {
  readonly format: ContractFormat;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** Which of the files the contract is, where that is known. */
  readonly entry?: string | undefined;
  /** Whom a change must not break, where the format has levels. */
  readonly level?: ProtobufLevel | undefined;
}

/** What a tool says of two versions. `said`: its findings, for people; `rules`: what is broken, by the names that rules have there. */
export type Verdict =
  | { readonly kind: "answered"; readonly breaking: boolean; readonly said: readonly string[]; readonly rules?: readonly string[] }
  /** It takes no such contract, and says so. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It takes such contracts, but this one goes beyond its bounds. */
  | { readonly kind: "not assessed"; readonly reason: string };

/** What came of asking. `milliseconds`: reading the texts from memory and comparing them. */
export type Answer =
  | (Verdict & { readonly milliseconds: number })
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "timed out" }
  /** It had timed out too often already. */
  | { readonly kind: "not asked" };

export interface ToolOptions {
  /** The program `buf`. */
  readonly buf?: string | undefined;
}

export type Compare = (versions: Versions, options: ToolOptions) => Verdict | Promise<Verdict>;

/** Something that says whether a contract broke: ours, or a peer. */
export interface Tool {
  readonly name: string;
  readonly formats: readonly ContractFormat[];
  /** Undefined: it is not on this machine. */
  readVersion(options: ToolOptions): string | undefined;
  /** Loaded where it is used only: peers are heavy, and one that cannot be loaded is no trouble for the others. */
  load(): Promise<{ readonly compare: Compare }>;
}

/** The file that the contract is: the one that was named, or the first. */
export const contractIn = (
  files: ReadonlyMap<string, string>,
  entry?: string,
): { readonly path: string; readonly text: string; readonly others: ReadonlyMap<string, string> } => {
  const [path = ""] = entry === undefined ? files.keys() : [entry];
  return { path, text: files.get(path) ?? "", others: new Map([...files].filter(([other]) => other !== path)) };
};
