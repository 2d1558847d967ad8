import type { ContractChange } from "../change.ts";
import type { FileNode } from "./syntax/nodes.ts";
import { type ParsedFile, parseProtobuf } from "./syntax/parse.ts";

/** The texts of `.proto` files by the path under which they import each other: "acme/user.proto". */
export type ProtobufSources = ReadonlyMap<string, string>;

export type ReadSources =
  /** By path. */
  | { readonly kind: "read"; readonly nodes: ReadonlyMap<string, FileNode> }
  | { readonly kind: "unreadable"; readonly changes: readonly ContractChange[] }
  | { readonly kind: "not_assessed"; readonly reason: string };

/** Parses by text, so that a file that is the same in both versions is read once and is the same object. */
export const rememberingParser = (): ((text: string) => ParsedFile) => {
  const known = new Map<string, ParsedFile>();
  return (text) => {
    const parsed = known.get(text) ?? parseProtobuf(text);
    known.set(text, parsed);
    return parsed;
  };
};

/** The files at `entries` and all that they import, as far as they are given. */
export const readFrom = (
  sources: ProtobufSources,
  entries: Iterable<string>,
  version: "old" | "new",
  parse: (text: string) => ParsedFile,
): ReadSources => {
  const nodes = new Map<string, FileNode>();
  const changes: ContractChange[] = [];
  const queue = [...entries].toReversed();
  const seen = new Set<string>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const text = sources.get(path);
    if (text === undefined || seen.has(path)) continue;
    seen.add(path);
    const parsed = parse(text);
    if (parsed.kind === "not_assessed") return { kind: "not_assessed", reason: `${path}: ${parsed.reason}` };
    if (parsed.kind === "unreadable") changes.push(unreadable(path, version, parsed));
    else {
      nodes.set(path, parsed.file);
      for (const imported of parsed.file.imports.toReversed()) queue.push(imported.path);
    }
  }
  if (changes.length > 0) return { kind: "unreadable", changes };
  return { kind: "read", nodes };
};

const unreadable = (path: string, version: string, { line, column, reason }: ParsedFile & { kind: "unreadable" }): ContractChange => ({
  rule: "protobuf/unreadable",
  level: "breaking",
  direction: null,
  at: `${path}:${line}:${column}`,
  message: `The ${version} ${path} cannot be read: line ${line}, column ${column}: ${reason}.`,
});
