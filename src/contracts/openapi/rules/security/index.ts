import type { StructureRule } from "../../rule.ts";
import { bearerFormatChanged } from "./bearer-format-changed.ts";
import { securityAdded } from "./security-added.ts";
import { securityAddressChanged } from "./security-address-changed.ts";
import { securityAlternativeRemoved } from "./security-alternative-removed.ts";
import { securitySchemeAdded } from "./security-scheme-added.ts";
import { securitySchemeChanged } from "./security-scheme-changed.ts";
import { securityScopeAdded } from "./security-scope-added.ts";

/** Who is let in, and where tokens are to be had. */
export const securityRules: readonly StructureRule[] = [
  securityAdded,
  securityAlternativeRemoved,
  securitySchemeAdded,
  securitySchemeChanged,
  securityScopeAdded,
  securityAddressChanged,
  bearerFormatChanged,
];
