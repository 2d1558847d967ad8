import type { ContractDiff } from "../change.ts";
import { changedPaths } from "./changed-paths.ts";
import { changesAt } from "./levels.ts";
import type { ProtobufLevel, ProtobufRule } from "./rule.ts";
import { protobufRules } from "./rules.ts";
import { schemaOf } from "./schema/build-schema.ts";
import { type ProtobufSources, readFrom, rememberingParser } from "./sources.ts";

export { protobufRules } from "./rules.ts";
export type { ProtobufLevel, ProtobufRule } from "./rule.ts";
export type { ProtobufSources } from "./sources.ts";

export interface ProtobufOptions {
  /** "wire_json" if it is not said. */
  readonly level?: ProtobufLevel;
  /** Paths of the files that are the contract; what they import belongs to it. All files if it is not said. */
  readonly entries?: readonly string[];
}

/**
 * What changed between two versions of `.proto` files (proto2, proto3, editions), as `buf breaking` sees it. Files are paired by path, so a
 * file that was renamed is handed in under one path. Imports that are not given are no error: their types are compared by name.
 */
export const diffProtobuf = (
  before: ProtobufSources,
  after: ProtobufSources,
  { level = "wire_json", entries }: ProtobufOptions = {},
  rules: readonly ProtobufRule[] = protobufRules,
): ContractDiff => {
  const size = [...before.values(), ...after.values()].reduce((sum, text) => sum + text.length, 0);
  if (size > maxSize) return { kind: "not_assessed", reason: `more than ${maxSize / 1_000_000} million characters of protobuf` };
  const parse = rememberingParser();
  const old = readFrom(before, entries ?? [...before.keys()].sort(), "old", parse);
  if (old.kind === "not_assessed") return old;
  // What is no longer imported may still be there.
  const known = old.kind === "read" ? old.nodes.keys() : [];
  const current = readFrom(after, [...(entries ?? [...after.keys()].sort()), ...known], "new", parse);
  if (current.kind === "not_assessed") return current;
  if (old.kind === "unreadable" || current.kind === "unreadable") {
    return { kind: "compared", changes: [old, current].flatMap((side) => (side.kind === "unreadable" ? side.changes : [])) };
  }
  const paths = changedPaths(old.nodes, current.nodes);
  return { kind: "compared", changes: changesAt(level, rules, schemaOf(old.nodes, paths), schemaOf(current.nodes, paths)) };
};

/** Both versions together, in UTF-16 units. All of googleapis is 40 million. */
const maxSize = 100_000_000;
