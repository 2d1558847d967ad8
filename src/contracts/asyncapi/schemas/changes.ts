import type { ContractChange, Level } from "../../change.ts";
import type { SchemaFinding } from "../../schema/goal.ts";
import { changesOfUses } from "../../apis/uses.ts";
import type { ContractPair } from "../pair/contract-pair.ts";
import type { SchemaUseRule } from "../rule.ts";
import { type MessageUse, schemaUses } from "./uses.ts";

/** What changed in schemas, each change once, with the operations that it concerns; undefined if there is too much to look at. */
export const schemaChanges = (pair: ContractPair, rules: readonly SchemaUseRule[]): ContractChange[] | undefined =>
  changesOfUses(schemaUses(pair), { format: "asyncapi", rules: rules.map(({ schema }) => schema), levelFor });

/**
 * A subscriber cannot ask for what is left out of an event. Where nobody knows who publishes and who is subscribed, half of what could
 * break does not; and what is described for the first time is mostly what has always been so.
 */
const levelFor = ({ rule, level }: SchemaFinding, { direction, isUncertain }: MessageUse): Level => {
  const own = rule === "property-removed" && direction === "subscribe" ? "breaking" : level;
  return isUncertain && own === "breaking" ? "dangerous" : own;
};
