import type { AsyncApiRule } from "./rule.ts";
import { bindingRules } from "./rules/bindings/index.ts";
import { channelRules } from "./rules/channels/index.ts";
import { messageRules } from "./rules/messages/index.ts";
import { referenceUnresolved } from "./rules/reference-unresolved.ts";
import { replyRules } from "./rules/replies/index.ts";
import { securityRules } from "./rules/security/index.ts";
import { serverRules } from "./rules/servers/index.ts";
import { schemaUseRules } from "./schemas/rules.ts";

/** All rules, in the order in which their findings are told. */
export const asyncApiRules: readonly AsyncApiRule[] = [
  ...channelRules,
  ...messageRules,
  ...replyRules,
  ...serverRules,
  ...securityRules,
  ...bindingRules,
  referenceUnresolved,
  ...schemaUseRules,
];
