import type { Direction, Level } from "../change.ts";
import type { RuleFinding } from "../rule.ts";
import type { SchemaRule } from "../schema/goal.ts";
import type { ContractPair } from "./pair/contract-pair.ts";

/** One way in which a contract can change: beside its schemas, or in them. */
export type OpenApiRule = StructureRule | SchemaUseRule;

export interface StructureRule {
  /** "openapi/operation-removed". */
  readonly id: string;
  /** Unless a finding says otherwise. */
  readonly level: Level;
  /** Null where it is about neither what is sent nor what is received. */
  readonly direction: Direction;
  check(pair: ContractPair): Iterable<RuleFinding>;
}

/** One way in which a schema can change, asked of all that are sent (narrowing) and all that are received (widening). */
export interface SchemaUseRule {
  /** "openapi/schema-type". */
  readonly id: string;
  readonly schema: SchemaRule;
}
