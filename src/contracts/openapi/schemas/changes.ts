import type { ContractChange } from "../../change.ts";
import { changesOfUses } from "../../apis/uses.ts";
import type { ContractPair } from "../pair/contract-pair.ts";
import type { SchemaUseRule } from "../rule.ts";
import { levelFor } from "./levels.ts";
import { schemaUses } from "./uses.ts";

/** What changed in schemas, each change once, with the operations that it concerns; undefined if there is too much to look at. */
export const schemaChanges = (pair: ContractPair, rules: readonly SchemaUseRule[]): ContractChange[] | undefined =>
  changesOfUses(schemaUses(pair), {
    format: "openapi",
    rules: rules.map(({ schema }) => schema),
    levelFor: (finding, { direction }) => levelFor(finding, direction),
  });
