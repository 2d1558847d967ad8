import type { AsyncApiRule } from "./rule.ts";
import { bindingAddressChanged } from "./rules/binding-address-changed.ts";
import { bindingChanged } from "./rules/binding-changed.ts";
import { channelAdded } from "./rules/channel-added.ts";
import { channelAddressChanged } from "./rules/channel-address-changed.ts";
import { channelRemoved } from "./rules/channel-removed.ts";
import { channelServerRemoved } from "./rules/channel-server-removed.ts";
import { contentTypeAdded } from "./rules/content-type-added.ts";
import { contentTypeChanged } from "./rules/content-type-changed.ts";
import { contentTypeRemoved } from "./rules/content-type-removed.ts";
import { correlationIdChanged } from "./rules/correlation-id-changed.ts";
import { messageAdded } from "./rules/message-added.ts";
import { messageRemoved } from "./rules/message-removed.ts";
import { operationAdded } from "./rules/operation-added.ts";
import { operationRemoved } from "./rules/operation-removed.ts";
import { parameterLocationChanged } from "./rules/parameter-location-changed.ts";
import { payloadAdded } from "./rules/payload-added.ts";
import { payloadAvro } from "./rules/payload-avro.ts";
import { payloadFormatChanged } from "./rules/payload-format-changed.ts";
import { payloadRemoved } from "./rules/payload-removed.ts";
import { payloadTextChanged } from "./rules/payload-text-changed.ts";
import { referenceUnresolved } from "./rules/reference-unresolved.ts";
import { replyAdded } from "./rules/reply-added.ts";
import { replyAddressChanged } from "./rules/reply-address-changed.ts";
import { replyRemoved } from "./rules/reply-removed.ts";
import { securityAdded } from "./rules/security-added.ts";
import { securityAlternativeRemoved } from "./rules/security-alternative-removed.ts";
import { securityScopeAdded } from "./rules/security-scope-added.ts";
import { serverAdded } from "./rules/server-added.ts";
import { serverAddressChanged } from "./rules/server-address-changed.ts";
import { serverProtocolChanged } from "./rules/server-protocol-changed.ts";
import { serverProtocolVersionChanged } from "./rules/server-protocol-version-changed.ts";
import { serverRemoved } from "./rules/server-removed.ts";
import { serverVariableDefaultChanged } from "./rules/server-variable-default-changed.ts";
import { serverVariableNarrowed } from "./rules/server-variable-narrowed.ts";
import { serverVariableUnlisted } from "./rules/server-variable-unlisted.ts";
import { schemaUseRules } from "./schemas/rules.ts";

/** All rules, in the order in which their findings are told: channels, messages, answers, servers, access, bindings, schemas. */
export const asyncApiRules: readonly AsyncApiRule[] = [
  channelRemoved,
  channelAdded,
  channelAddressChanged,
  channelServerRemoved,
  operationRemoved,
  operationAdded,
  parameterLocationChanged,
  messageRemoved,
  messageAdded,
  contentTypeChanged,
  contentTypeRemoved,
  contentTypeAdded,
  payloadRemoved,
  payloadAdded,
  payloadFormatChanged,
  payloadTextChanged,
  payloadAvro,
  correlationIdChanged,
  replyRemoved,
  replyAdded,
  replyAddressChanged,
  serverRemoved,
  serverAdded,
  serverAddressChanged,
  serverProtocolChanged,
  serverProtocolVersionChanged,
  serverVariableNarrowed,
  serverVariableUnlisted,
  serverVariableDefaultChanged,
  securityAdded,
  securityAlternativeRemoved,
  securityScopeAdded,
  bindingAddressChanged,
  bindingChanged,
  referenceUnresolved,
  ...schemaUseRules,
];
