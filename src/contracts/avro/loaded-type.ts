import { LineCounter, parseDocument } from "yaml";
import type { ContractChange } from "../change.ts";
import { documentOf } from "../documents/document-of.ts";
import { tokensOf } from "../documents/pointer.ts";
import type { AvroType } from "./avro-type.ts";
import { AvroFault, parseSchema } from "./parse-schema.ts";

export type LoadedType =
  | { readonly kind: "loaded"; readonly type: AvroType }
  | { readonly kind: "unreadable"; readonly change: ContractChange }
  | { readonly kind: "not_assessed"; readonly reason: string };

/** The type that a text describes. Of other files, those that cannot be read are as good as absent. */
export const loadedType = (text: string, files: ReadonlyMap<string, string> | undefined, version: "old" | "new"): LoadedType => {
  const document = documentOf(text);
  if (document.kind === "excessive")
    return { kind: "not_assessed", reason: `the ${version} schema cannot be assessed: ${document.reason}` };
  if (document.kind === "unreadable") return unreadable(version, document.line, document.column, document.reason);
  const others = [...(files ?? new Map<string, string>()).values()]
    .map(documentOf)
    .flatMap((other) => (other.kind === "read" ? [other.root] : []));
  try {
    return { kind: "loaded", type: parseSchema(document.root, version, others) };
  } catch (error) {
    if (!(error instanceof AvroFault)) throw error;
    const { line, col } = placeOf(text, error.at);
    return unreadable(version, line, col, error.message, error.at);
  }
};

/** Where a pointer leads in a text. JSON is YAML enough for that. */
const placeOf = (text: string, pointer: string): { line: number; col: number } => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, logLevel: "silent" });
  const steps = tokensOf(pointer).map((token) => (/^\d+$/.test(token) ? Number(token) : token));
  const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === "number" ? lineCounter.linePos(start) : { line: 1, col: 1 };
};

const unreadable = (version: "old" | "new", line: number, column: number, reason: string, at = ""): LoadedType => ({
  kind: "unreadable",
  change: {
    rule: "avro/unreadable",
    level: "breaking",
    direction: null,
    at,
    message: `The ${version} schema cannot be read, line ${line}, column ${column}: ${reason}.`,
  },
});
