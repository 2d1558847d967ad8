import type { SchemaRule } from "../schema/goal.ts";
import type { StructureRule as RuleOfPair } from "../apis/structure.ts";
import type { ContractPair } from "./pair/contract-pair.ts";

/** One way in which a contract can change: beside its schemas, or in them. */
export type OpenApiRule = StructureRule | SchemaUseRule;

/** Beside its schemas. */
export type StructureRule = RuleOfPair<ContractPair>;

/** One way in which a schema can change, asked of all that are sent (narrowing) and all that are received (widening). */
export interface SchemaUseRule {
  /** "openapi/schema-type". */
  readonly id: string;
  readonly schema: SchemaRule;
}
