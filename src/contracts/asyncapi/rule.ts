import type { SchemaRule } from "../schema/goal.ts";
import type { StructureRule as RuleOfPair } from "../apis/structure.ts";
import type { ContractPair } from "./pair/contract-pair.ts";

/** One way in which a contract can change: beside its schemas, or in them. */
export type AsyncApiRule = StructureRule | SchemaUseRule;

/** Beside its schemas. */
export type StructureRule = RuleOfPair<ContractPair>;

/** One way in which a schema can change, asked of all that clients publish (narrowing) and all that they are subscribed to (widening). */
export interface SchemaUseRule {
  /** "asyncapi/schema-type". */
  readonly id: string;
  readonly schema: SchemaRule;
}
