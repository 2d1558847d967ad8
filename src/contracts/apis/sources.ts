import type { Json } from "../../base/canonical-json.ts";
import type { ContractChange } from "../change.ts";
import { documentOf } from "../documents/document-of.ts";
import type { ReadDocument } from "../documents/read-document.ts";

/** The texts of a contract by their paths, with forward slashes: references between them are relative to these. */
export type ContractSources = ReadonlyMap<string, string>;

/** A contract that cannot be compared, and why. */
export type NotLoaded =
  { readonly kind: "unreadable"; readonly change: ContractChange } | { readonly kind: "not_assessed"; readonly reason: string };

export type LoadedSources =
  /** What the texts say, by their paths; `entry` is the path of the contract itself. */
  { readonly kind: "loaded"; readonly roots: ReadonlyMap<string, Json>; readonly entry: string; readonly root: Json } | NotLoaded;

export interface LoadOptions {
  readonly format: string;
  /** The path of the contract; unless told, the one file, or the first that `isEntry`. */
  readonly entry: string | undefined;
  isEntry(text: string): boolean;
  readonly side: "old" | "new";
}

/** Reads a contract in JSON or YAML, and the files beside it. Of these, what cannot be read is as good as absent. */
export const loadSources = (sources: ContractSources, { format, entry, isEntry, side }: LoadOptions): LoadedSources => {
  const size = [...sources.values()].reduce((sum, text) => sum + text.length, 0);
  if (size > mostCharacters)
    return { kind: "not_assessed", reason: `the ${side} contract has more than ${mostCharacters / 1e6} million characters` };
  const main = entry ?? (sources.size === 1 ? [...sources.keys()][0] : [...sources].find(([, text]) => isEntry(text))?.[0]);
  const text = main === undefined ? undefined : sources.get(main);
  if (main === undefined || text === undefined) return unreadable(format, side, "there is no such file");
  const own = readText(text);
  if (own.kind === "excessive") return { kind: "not_assessed", reason: `the ${side} contract cannot be assessed: ${own.reason}` };
  if (own.kind === "unreadable") return unreadable(format, side, own.reason, own.line, own.column);
  const roots = new Map<string, Json>([[main, own.root]]);
  for (const [path, content] of sources) {
    const document = path === main ? own : readText(content);
    if (document.kind === "excessive") return { kind: "not_assessed", reason: `${path} cannot be assessed: ${document.reason}` };
    if (document.kind === "read") roots.set(path, document.root);
  }
  return { kind: "loaded", roots, entry: main, root: own.root };
};

/** The largest contracts in public are 10 million. */
const mostCharacters = 50_000_000;

/** Many public contracts have a comma too many, and nobody who uses them minds. */
const readText = (text: string): ReadDocument => {
  const read = documentOf(text);
  if (read.kind !== "unreadable" || !/^\s*\{/.test(text)) return read;
  const again = documentOf(text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? ""));
  return again.kind === "unreadable" ? read : again;
};

/** The change that says that a contract cannot be read. Lines and columns count from 1. */
export const unreadable = (format: string, side: "old" | "new", reason: string, line = 1, column = 1): NotLoaded => ({
  kind: "unreadable",
  change: {
    rule: `${format}/unreadable`,
    level: "breaking",
    direction: null,
    at: "",
    message: `The ${side} contract cannot be read, line ${line}, column ${column}: ${reason}.`,
  },
});
