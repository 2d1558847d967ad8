import type { StructureRule } from "../../rule.ts";
import { securityAdded } from "./security-added.ts";
import { securityAddressChanged } from "./security-address-changed.ts";
import { securityAlternativeRemoved } from "./security-alternative-removed.ts";
import { securityScopeAdded } from "./security-scope-added.ts";

/** What clients have to show. */
export const securityRules: readonly StructureRule[] = [
  securityAdded,
  securityAlternativeRemoved,
  securityScopeAdded,
  securityAddressChanged,
];
