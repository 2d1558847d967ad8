/**
 * Whether one schema accepts what another does, for all formats whose contracts hold schemas.
 *
 *     const before = schemaDocuments(new Map([["openapi.yaml", oldRoot]]), () => dialect);
 *     const after = schemaDocuments(new Map([["openapi.yaml", newRoot]]), () => dialect);
 *     const requests = schemaComparison({ way: "narrowing", tolerant: true });
 *     const pointer = "/components/schemas/Pet";
 *     requests.findings(before.at("openapi.yaml", pointer), after.at("openapi.yaml", pointer));
 *
 * What somebody sends breaks when it narrows, what somebody receives when it widens: one comparison for each, asked for as many schemas as
 * there are. Each has documents of its own where the dialect differs (`hides`). Findings carry ids without a format; the caller adds the
 * format, the direction and, if need be, a level of its own.
 */
export type { Atom } from "./atom.ts";
export { type ComparisonOptions, type SchemaComparison, schemaComparison } from "./comparison.ts";
export { type Dialect, jsonSchemaDialect } from "./dialect.ts";
export { documentOf } from "./document-of.ts";
export type { ReadDocument } from "./read-document.ts";
export { schemaDocuments, type SchemaDocuments } from "./documents.ts";
export type { SchemaFinding, SchemaRule, Way } from "./goal.ts";
export { schemaRules } from "./rules/index.ts";
