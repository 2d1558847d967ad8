import type { StructureRule } from "../../rule.ts";
import { channelAdded } from "./channel-added.ts";
import { channelAddressChanged } from "./channel-address-changed.ts";
import { channelRemoved } from "./channel-removed.ts";
import { channelServerRemoved } from "./channel-server-removed.ts";
import { operationAdded } from "./operation-added.ts";
import { operationRemoved } from "./operation-removed.ts";
import { parameterLocationChanged } from "./parameter-location-changed.ts";

/** Where messages go, and what clients can do there. */
export const channelRules: readonly StructureRule[] = [
  channelRemoved,
  channelAdded,
  channelAddressChanged,
  channelServerRemoved,
  operationRemoved,
  operationAdded,
  parameterLocationChanged,
];
