import type { Direction, Level } from "../change.ts";
import type { RuleFinding } from "../rule.ts";
import type { SchemaRule } from "../schema/goal.ts";
import type { ContractPair } from "./pair/contract-pair.ts";

/** One way in which a contract can change: beside its schemas, or in them. */
export type AsyncApiRule = StructureRule | SchemaUseRule;

export interface StructureRule {
  /** "asyncapi/channel-removed". */
  readonly id: string;
  /** Unless a finding says otherwise. */
  readonly level: Level;
  /** Unless a finding says otherwise; null where it is about neither those who publish nor those who are subscribed. */
  readonly direction: Direction;
  check(pair: ContractPair): Iterable<RuleFinding>;
}

/** One way in which a schema can change, asked of all that clients publish (narrowing) and all that they are subscribed to (widening). */
export interface SchemaUseRule {
  /** "asyncapi/schema-type". */
  readonly id: string;
  readonly schema: SchemaRule;
}
