import type { StructureRule } from "../../rule.ts";
import { serverAdded } from "./server-added.ts";
import { serverAddressChanged } from "./server-address-changed.ts";
import { serverProtocolChanged } from "./server-protocol-changed.ts";
import { serverProtocolVersionChanged } from "./server-protocol-version-changed.ts";
import { serverRemoved } from "./server-removed.ts";
import { serverVariableDefaultChanged } from "./server-variable-default-changed.ts";
import { serverVariableNarrowed } from "./server-variable-narrowed.ts";
import { serverVariableUnlisted } from "./server-variable-unlisted.ts";

/** Where clients connect. */
export const serverRules: readonly StructureRule[] = [
  serverRemoved,
  serverAdded,
  serverAddressChanged,
  serverProtocolChanged,
  serverProtocolVersionChanged,
  serverVariableNarrowed,
  serverVariableUnlisted,
  serverVariableDefaultChanged,
];
