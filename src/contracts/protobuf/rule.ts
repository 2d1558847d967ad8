import type { ContractRule } from "../rule.ts";
import type { ProtobufSchema } from "./schema/schema.ts";

/**
 * Whom a change must not break, the strictest first. `file`: code generated from each file. `package`: generated code that does not care in
 * which file of a package a thing stands. `wire_json`: what was encoded as bytes or as JSON. `wire`: as bytes. (buf.build/docs/breaking)
 */
export type ProtobufLevel = "file" | "package" | "wire_json" | "wire";

/** Rules are called after those of `buf breaking` as far as it has them, and speak at the same levels. */
export interface ProtobufRule extends ContractRule<ProtobufSchema> {
  /** At these it is breaking. */
  readonly levels: readonly ProtobufLevel[];
}

export const atEveryLevel: readonly ProtobufLevel[] = ["file", "package", "wire_json", "wire"];
export const inSourceAndJson: readonly ProtobufLevel[] = ["file", "package", "wire_json"];
export const inSource: readonly ProtobufLevel[] = ["file", "package"];
