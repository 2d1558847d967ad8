import type { ContractDiff } from "../change.ts";
import type { ContractSources } from "../apis/sources.ts";
import { structureChanges, told } from "../apis/structure.ts";
import { contractPair } from "./pair/contract-pair.ts";
import { loadApi } from "./read/load.ts";
import type { AsyncApiRule, SchemaUseRule, StructureRule } from "./rule.ts";
import { asyncApiRules } from "./rules.ts";
import { schemaChanges } from "./schemas/changes.ts";

export type { AsyncApiRule } from "./rule.ts";
export { asyncApiRules } from "./rules.ts";

/** The texts of a contract by their paths, with forward slashes: references between them are relative to these. */
export type AsyncApiSources = ContractSources;

export interface AsyncApiOptions {
  /** The paths of the old and the new contract among the files; the file that says it is AsyncAPI unless told. */
  readonly entries?: readonly [before: string, after: string];
}

/**
 * What changed for clients between two versions of an AsyncAPI contract (2 and 3, JSON or YAML, also between these). Clients `publish` what
 * the application receives, and `subscribe` to what it sends. `at` is a JSON pointer: into the new contract, or into the old one where
 * something is gone or, of what clients are subscribed to, where it refuses what now comes. In other files than the contract's own, it
 * begins with `<path>#`.
 */
export const diffAsyncApi = (
  before: AsyncApiSources,
  after: AsyncApiSources,
  { entries }: AsyncApiOptions = {},
  rules: readonly AsyncApiRule[] = asyncApiRules,
): ContractDiff => {
  const old = loadApi(before, entries?.[0], "old");
  const current = loadApi(after, entries?.[1], "new");
  for (const side of [old, current]) if (side.kind === "not_assessed") return side;
  if (old.kind !== "loaded" || current.kind !== "loaded") {
    return { kind: "compared", changes: [old, current].flatMap((side) => (side.kind === "unreadable" ? [side.change] : [])) };
  }
  const pair = contractPair(old.api, current.api);
  const inSchemas = schemaChanges(pair, rules.filter(isOfSchemas));
  if (inSchemas === undefined) return { kind: "not_assessed", reason: "the schemas have too many combinations to look at" };
  const changes = [...rules.filter(isOfStructure).flatMap((rule) => structureChanges(rule, pair)), ...inSchemas];
  return { kind: "compared", changes: told(changes) };
};

const isOfSchemas = (rule: AsyncApiRule): rule is SchemaUseRule => "schema" in rule;

const isOfStructure = (rule: AsyncApiRule): rule is StructureRule => !isOfSchemas(rule);
