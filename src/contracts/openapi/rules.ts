import type { OpenApiRule } from "./rule.ts";
import { bodyRules } from "./rules/bodies/index.ts";
import { eventRules } from "./rules/events/index.ts";
import { lifecycleRules } from "./rules/lifecycle/index.ts";
import { operationRules } from "./rules/operations/index.ts";
import { parameterRules } from "./rules/parameters/index.ts";
import { referenceUnresolved } from "./rules/reference-unresolved.ts";
import { responseRules } from "./rules/responses/index.ts";
import { schemaUseRules } from "./rules/schema/index.ts";
import { securityRules } from "./rules/security/index.ts";
import { serverRules } from "./rules/servers/index.ts";

/** All rules, in the order in which their findings are told. */
export const openApiRules: readonly OpenApiRule[] = [
  ...operationRules,
  ...lifecycleRules,
  ...parameterRules,
  ...bodyRules,
  ...responseRules,
  ...securityRules,
  ...serverRules,
  ...eventRules,
  referenceUnresolved,
  ...schemaUseRules,
];
