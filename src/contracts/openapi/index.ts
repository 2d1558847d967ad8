import type { ContractDiff } from "../change.ts";
import { structureChanges, told } from "../structure.ts";
import { contractPair } from "./pair/contract-pair.ts";
import { loadApi, type OpenApiSources } from "./read/load.ts";
import type { OpenApiRule, SchemaUseRule, StructureRule } from "./rule.ts";
import { openApiRules } from "./rules.ts";
import { schemaChanges } from "./schemas/changes.ts";

export type { OpenApiSources } from "./read/load.ts";
export type { OpenApiRule } from "./rule.ts";
export { openApiRules } from "./rules.ts";

export interface OpenApiOptions {
  /** The paths of the old and the new contract among the files; the file that says it is OpenAPI unless told. */
  readonly entries?: readonly [before: string, after: string];
  /** The day of the comparison, as 2030-12-31: what was to go until then may go. If it is not known, no such day has come. */
  readonly today?: string;
}

/**
 * What changed for consumers between two versions of an OpenAPI contract (2.0, 3.0, 3.1, JSON or YAML, also between these). `at` is a JSON
 * pointer: into the new contract, or into the old one where something is gone or, of responses, where it refuses what now comes. In other
 * files than the contract's own, it begins with `<path>#`.
 */
export const diffOpenApi = (
  before: OpenApiSources,
  after: OpenApiSources,
  { entries, today }: OpenApiOptions = {},
  rules: readonly OpenApiRule[] = openApiRules,
): ContractDiff => {
  const old = loadApi(before, entries?.[0], "old");
  const current = loadApi(after, entries?.[1], "new");
  for (const side of [old, current]) if (side.kind === "not_assessed") return side;
  if (old.kind !== "loaded" || current.kind !== "loaded") {
    return { kind: "compared", changes: [old, current].flatMap((side) => (side.kind === "unreadable" ? [side.change] : [])) };
  }
  const pair = contractPair(old.api, current.api, today);
  const inSchemas = schemaChanges(pair, rules.filter(isOfSchemas));
  if (inSchemas === undefined) return { kind: "not_assessed", reason: "the schemas have too many combinations to look at" };
  const changes = [...rules.filter(isOfStructure).flatMap((rule) => structureChanges(rule, pair)), ...inSchemas];
  return { kind: "compared", changes: told(changes) };
};

const isOfSchemas = (rule: OpenApiRule): rule is SchemaUseRule => "schema" in rule;

const isOfStructure = (rule: OpenApiRule): rule is StructureRule => !isOfSchemas(rule);
