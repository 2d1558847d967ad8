import type { Json } from "../../base/canonical-json.ts";
import type { ContractChange } from "../change.ts";
import type { Atom } from "../schema/atom.ts";
import { type Dialect, jsonSchemaDialect } from "../schema/dialect.ts";
import { documentOf } from "../documents/document-of.ts";
import { schemaDocuments } from "../schema/documents.ts";
import { isObject } from "../documents/json.ts";

export type LoadedSchema =
  | { readonly kind: "loaded"; readonly schema: Atom }
  | { readonly kind: "unreadable"; readonly change: ContractChange }
  | { readonly kind: "not_assessed"; readonly reason: string };

/** The schema that a text is, among the files that it may refer to. Of these, those that cannot be read are as good as absent. */
export const loadedSchema = (
  path: string,
  text: string,
  files: ReadonlyMap<string, string> | undefined,
  side: "old" | "new",
): LoadedSchema => {
  const own = documentOf(text);
  if (own.kind === "excessive") return { kind: "not_assessed", reason: `the ${side} schema cannot be assessed: ${own.reason}` };
  if (own.kind === "unreadable") return unreadable(side, own.line, own.column, own.reason);
  if (!isObject(own.root) && typeof own.root !== "boolean") return unreadable(side, 1, 1, "a schema is an object, true or false");
  const roots = new Map<string, Json>([[path, own.root]]);
  for (const [other, content] of files ?? []) {
    const document = documentOf(content);
    if (document.kind === "read" && !roots.has(other)) roots.set(other, document.root);
  }
  const schema = schemaDocuments(roots, dialectOf).at(path, "");
  return schema ? { kind: "loaded", schema } : unreadable(side, 1, 1, "a schema is an object, true or false");
};

const dialectOf = (root: Json): Dialect => jsonSchemaDialect(isObject(root) ? root : true);

const unreadable = (side: "old" | "new", line: number, column: number, reason: string): LoadedSchema => ({
  kind: "unreadable",
  change: {
    rule: "json-schema/unreadable",
    level: "breaking",
    direction: null,
    at: "",
    message: `The ${side} schema cannot be read, line ${line}, column ${column}: ${reason}.`,
  },
});
