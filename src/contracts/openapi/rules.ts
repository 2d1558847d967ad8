import type { OpenApiRule } from "./rule.ts";
import { basePathChanged } from "./rules/base-path-changed.ts";
import { bearerFormatChanged } from "./rules/bearer-format-changed.ts";
import { bodyBecameOptional } from "./rules/body-became-optional.ts";
import { bodyBecameRequired } from "./rules/body-became-required.ts";
import { bodyRemoved } from "./rules/body-removed.ts";
import { eventAdded } from "./rules/event-added.ts";
import { eventMediaTypeRemoved } from "./rules/event-media-type-removed.ts";
import { eventRemoved } from "./rules/event-removed.ts";
import { linkRemoved } from "./rules/link-removed.ts";
import { linkTargetChanged } from "./rules/link-target-changed.ts";
import { operationAdded } from "./rules/operation-added.ts";
import { operationDeprecated } from "./rules/operation-deprecated.ts";
import { operationIdChanged } from "./rules/operation-id-changed.ts";
import { operationRemoved } from "./rules/operation-removed.ts";
import { optionalBodyAdded } from "./rules/optional-body-added.ts";
import { optionalParameterAdded } from "./rules/optional-parameter-added.ts";
import { otherResponseRemoved } from "./rules/other-response-removed.ts";
import { parameterBecameOptional } from "./rules/parameter-became-optional.ts";
import { parameterBecameRequired } from "./rules/parameter-became-required.ts";
import { parameterDefaultChanged } from "./rules/parameter-default-changed.ts";
import { parameterDeprecated } from "./rules/parameter-deprecated.ts";
import { parameterEmptyRefused } from "./rules/parameter-empty-refused.ts";
import { parameterMediaTypeChanged } from "./rules/parameter-media-type-changed.ts";
import { parameterMoved } from "./rules/parameter-moved.ts";
import { parameterRemoved } from "./rules/parameter-removed.ts";
import { parameterReservedRefused } from "./rules/parameter-reserved-refused.ts";
import { parameterStyleChanged } from "./rules/parameter-style-changed.ts";
import { referenceUnresolved } from "./rules/reference-unresolved.ts";
import { requestMediaTypeAdded } from "./rules/request-media-type-added.ts";
import { requestMediaTypeRemoved } from "./rules/request-media-type-removed.ts";
import { requestSchemaAdded } from "./rules/request-schema-added.ts";
import { requiredBodyAdded } from "./rules/required-body-added.ts";
import { requiredParameterAdded } from "./rules/required-parameter-added.ts";
import { responseAdded } from "./rules/response-added.ts";
import { responseHeaderAdded } from "./rules/response-header-added.ts";
import { responseHeaderBecameOptional } from "./rules/response-header-became-optional.ts";
import { responseHeaderRemoved } from "./rules/response-header-removed.ts";
import { responseHeaderStyleChanged } from "./rules/response-header-style-changed.ts";
import { responseMediaTypeAdded } from "./rules/response-media-type-added.ts";
import { responseMediaTypeRemoved } from "./rules/response-media-type-removed.ts";
import { responseSchemaRemoved } from "./rules/response-schema-removed.ts";
import { securityAdded } from "./rules/security-added.ts";
import { securityAddressChanged } from "./rules/security-address-changed.ts";
import { securityAlternativeRemoved } from "./rules/security-alternative-removed.ts";
import { securitySchemeAdded } from "./rules/security-scheme-added.ts";
import { securitySchemeChanged } from "./rules/security-scheme-changed.ts";
import { securityScopeAdded } from "./rules/security-scope-added.ts";
import { serverAdded } from "./rules/server-added.ts";
import { serverRemoved } from "./rules/server-removed.ts";
import { stabilityDecreased } from "./rules/stability-decreased.ts";
import { successResponseRemoved } from "./rules/success-response-removed.ts";
import { sunsetEarlier } from "./rules/sunset-earlier.ts";
import { sunsetRemoved } from "./rules/sunset-removed.ts";
import { sunsetUnreadable } from "./rules/sunset-unreadable.ts";
import { schemaUseRules } from "./rules/schema/index.ts";

/** All rules, in the order in which their findings are told: operations, parameters, bodies, responses, access, servers, events, schemas. */
export const openApiRules: readonly OpenApiRule[] = [
  operationRemoved,
  operationAdded,
  operationDeprecated,
  operationIdChanged,
  stabilityDecreased,
  sunsetRemoved,
  sunsetEarlier,
  sunsetUnreadable,
  parameterRemoved,
  requiredParameterAdded,
  optionalParameterAdded,
  parameterBecameRequired,
  parameterBecameOptional,
  parameterMoved,
  parameterStyleChanged,
  parameterMediaTypeChanged,
  parameterEmptyRefused,
  parameterReservedRefused,
  parameterDefaultChanged,
  parameterDeprecated,
  requiredBodyAdded,
  optionalBodyAdded,
  bodyRemoved,
  bodyBecameRequired,
  bodyBecameOptional,
  requestMediaTypeRemoved,
  requestMediaTypeAdded,
  requestSchemaAdded,
  successResponseRemoved,
  otherResponseRemoved,
  responseAdded,
  responseMediaTypeRemoved,
  responseMediaTypeAdded,
  responseSchemaRemoved,
  responseHeaderRemoved,
  responseHeaderBecameOptional,
  responseHeaderAdded,
  responseHeaderStyleChanged,
  linkRemoved,
  linkTargetChanged,
  securityAdded,
  securityAlternativeRemoved,
  securitySchemeAdded,
  securitySchemeChanged,
  securityScopeAdded,
  securityAddressChanged,
  bearerFormatChanged,
  basePathChanged,
  serverRemoved,
  serverAdded,
  eventRemoved,
  eventAdded,
  eventMediaTypeRemoved,
  referenceUnresolved,
  ...schemaUseRules,
];
