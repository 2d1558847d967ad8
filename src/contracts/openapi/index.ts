import type { ContractChange, ContractDiff } from "../change.ts";
import { structureChanges, told } from "../apis/structure.ts";
import { type ContractPair, contractPair } from "./pair/contract-pair.ts";
import { byPromise } from "./pair/provisional.ts";
import { loadApi, type OpenApiSources } from "./read/load.ts";
import type { OpenApiRule, SchemaUseRule, StructureRule } from "./rule.ts";
import { lifecycleRules } from "./rules/lifecycle/index.ts";
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
  const { firm, provisional } = byPromise(contractPair(old.api, current.api, today));
  const promised = changesIn(firm, rules);
  const others = provisional ? changesIn(provisional, rules) : [];
  if (promised === undefined || others === undefined) {
    return { kind: "not_assessed", reason: "the schemas have too many combinations to look at" };
  }
  return { kind: "compared", changes: told([...promised, ...unpromised(others, promised)]) };
};

/** Undefined if there is too much to look at. */
const changesIn = (pair: ContractPair, rules: readonly OpenApiRule[]): ContractChange[] | undefined => {
  const inSchemas = schemaChanges(pair, rules.filter(isOfSchemas));
  return inSchemas && [...rules.filter(isOfStructure).flatMap((rule) => structureChanges(rule, pair)), ...inSchemas];
};

const isOfSchemas = (rule: OpenApiRule): rule is SchemaUseRule => "schema" in rule;

const isOfStructure = (rule: OpenApiRule): rule is StructureRule => !isOfSchemas(rule);

/** What changed where nothing was promised: dangerous at most, unless it is the promise itself. */
const unpromised = (changes: readonly ContractChange[], promised: readonly ContractChange[]): ContractChange[] => {
  const known = new Set(promised.map(sameness));
  return changes
    .filter((change) => !known.has(sameness(change)))
    .map((change) => (change.level === "breaking" && !isOfPromises.has(change.rule) ? { ...change, level: "dangerous" } : change));
};

/** Of what is said of the whole contract, once is enough. */
const sameness = ({ rule, at, message }: ContractChange): string => JSON.stringify([rule, at, message]);

const isOfPromises: ReadonlySet<string> = new Set(lifecycleRules.map(({ id }) => id));
