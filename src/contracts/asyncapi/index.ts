import type { ContractChange, ContractDiff } from "../change.ts";
import type { ContractSources } from "../sources.ts";
import { type ContractPair, contractPair } from "./pair/contract-pair.ts";
import { loadApi } from "./read/load.ts";
import type { AsyncApiRule, SchemaUseRule, StructureRule } from "./rule.ts";
import { asyncApiRules } from "./rules.ts";
import { schemaChanges } from "./schemas/changes.ts";

export type { AsyncApiRule } from "./rule.ts";
export { asyncApiRules } from "./rules.ts";

/** The texts of a contract by their paths, with forward slashes: references between them are relative to these. */
export type AsyncApiSources = ContractSources;

export interface AsyncApiOptions {
  /** The path of the contract among the files; the one file that says it is AsyncAPI unless told. */
  readonly entry?: string;
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
  { entry }: AsyncApiOptions = {},
  rules: readonly AsyncApiRule[] = asyncApiRules,
): ContractDiff => {
  const old = loadApi(before, entry, "old");
  const current = loadApi(after, entry, "new");
  for (const side of [old, current]) if (side.kind === "not_assessed") return side;
  if (old.kind !== "loaded" || current.kind !== "loaded") {
    return { kind: "compared", changes: [old, current].flatMap((side) => (side.kind === "unreadable" ? [side.change] : [])) };
  }
  const pair = contractPair(old.api, current.api);
  const inSchemas = schemaChanges(pair, rules.filter(isOfSchemas));
  if (inSchemas === undefined) return { kind: "not_assessed", reason: "the schemas have too many combinations to look at" };
  const changes = [...rules.filter(isOfStructure).flatMap((rule) => structureChanges(rule, pair)), ...inSchemas];
  return { kind: "compared", changes: changes.map((change) => ({ ...change, at: readable(change.at) })).toSorted(inOrder) };
};

const isOfSchemas = (rule: AsyncApiRule): rule is SchemaUseRule => "schema" in rule;

const isOfStructure = (rule: AsyncApiRule): rule is StructureRule => !isOfSchemas(rule);

const structureChanges = ({ id, level, direction, check }: StructureRule, pair: ContractPair): ContractChange[] => {
  const changes = [...check(pair)].map((finding): ContractChange => ({
    rule: id,
    level: finding.level ?? level,
    direction: finding.direction ?? direction,
    at: finding.at,
    message: finding.message,
  }));
  // Shared components are met many times.
  return [...new Map(changes.map((change) => [JSON.stringify([change.at, change.message]), change])).values()];
};

/** Paths of files are kept free of slashes where pointers are put together. */
const readable = (at: string): string => {
  const hash = at.startsWith("/") ? -1 : at.indexOf("#");
  return hash < 0 ? at : `${at.slice(0, hash).replaceAll("~1", "/").replaceAll("~0", "~")}${at.slice(hash)}`;
};

const inOrder = (a: ContractChange, b: ContractChange): number =>
  compare(a.at, b.at) || compare(a.rule, b.rule) || compare(`${a.direction}`, `${b.direction}`) || compare(a.message, b.message);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
