import type { ProtobufRule } from "./rule.ts";
import { enumNoDelete } from "./rules/enums/enum-no-delete.ts";
import { enumSameJsonFormat } from "./rules/enums/enum-same-json-format.ts";
import { enumSameType } from "./rules/enums/enum-same-type.ts";
import { enumValueNoDelete } from "./rules/enums/enum-value-no-delete.ts";
import { enumValueNoDeleteUnlessNameReserved } from "./rules/enums/enum-value-no-delete-unless-name-reserved.ts";
import { enumValueNoDeleteUnlessNumberReserved } from "./rules/enums/enum-value-no-delete-unless-number-reserved.ts";
import { enumValueSameName } from "./rules/enums/enum-value-same-name.ts";
import { extensionMessageNoDelete } from "./rules/messages/extension-message-no-delete.ts";
import { extensionNoDelete } from "./rules/messages/extension-no-delete.ts";
import { fieldNoDelete } from "./rules/fields/field-no-delete.ts";
import { fieldNoDeleteUnlessNameReserved } from "./rules/fields/field-no-delete-unless-name-reserved.ts";
import { fieldNoDeleteUnlessNumberReserved } from "./rules/fields/field-no-delete-unless-number-reserved.ts";
import { fieldSameCardinality } from "./rules/fields/field-same-cardinality.ts";
import { fieldSameCppStringType } from "./rules/fields/field-same-cpp-string-type.ts";
import { fieldSameDefault } from "./rules/fields/field-same-default.ts";
import { fieldSameJavaUtf8Validation } from "./rules/fields/field-same-java-utf8-validation.ts";
import { fieldSameJsonName } from "./rules/fields/field-same-json-name.ts";
import { fieldSameJstype } from "./rules/fields/field-same-jstype.ts";
import { fieldSameName } from "./rules/fields/field-same-name.ts";
import { fieldSameOneof } from "./rules/fields/field-same-oneof.ts";
import { fieldSameType } from "./rules/fields/field-same-type.ts";
import { fieldSameUtf8Validation } from "./rules/fields/field-same-utf8-validation.ts";
import { fieldWireCompatibleCardinality } from "./rules/fields/field-wire-compatible-cardinality.ts";
import { fieldWireCompatibleType } from "./rules/fields/field-wire-compatible-type.ts";
import { fieldWireJsonCompatibleCardinality } from "./rules/fields/field-wire-json-compatible-cardinality.ts";
import { fieldWireJsonCompatibleType } from "./rules/fields/field-wire-json-compatible-type.ts";
import { fileNoDelete } from "./rules/files/file-no-delete.ts";
import {
  fileSameCcEnableArenas,
  fileSameCcGenericServices,
  fileSameCsharpNamespace,
  fileSameGoPackage,
  fileSameJavaGenericServices,
  fileSameJavaMultipleFiles,
  fileSameJavaOuterClassname,
  fileSameJavaPackage,
  fileSameObjcClassPrefix,
  fileSameOptimizeFor,
  fileSamePhpClassPrefix,
  fileSamePhpMetadataNamespace,
  fileSamePhpNamespace,
  fileSamePyGenericServices,
  fileSameRubyPackage,
  fileSameSwiftPrefix,
} from "./rules/files/file-same-options.ts";
import { fileSamePackage } from "./rules/files/file-same-package.ts";
import { fileSameSyntax } from "./rules/files/file-same-syntax.ts";
import { messageNoDelete } from "./rules/messages/message-no-delete.ts";
import { messageNoRemoveStandardDescriptorAccessor } from "./rules/messages/message-no-remove-standard-descriptor-accessor.ts";
import { messageSameJsonFormat } from "./rules/messages/message-same-json-format.ts";
import { messageSameRequiredFields } from "./rules/messages/message-same-required-fields.ts";
import { oneofNoDelete } from "./rules/messages/oneof-no-delete.ts";
import { packageEnumNoDelete } from "./rules/packages/package-enum-no-delete.ts";
import { packageExtensionNoDelete } from "./rules/packages/package-extension-no-delete.ts";
import { packageMessageNoDelete } from "./rules/packages/package-message-no-delete.ts";
import { packageNoDelete } from "./rules/packages/package-no-delete.ts";
import { packageServiceNoDelete } from "./rules/packages/package-service-no-delete.ts";
import { reservedEnumNoDelete } from "./rules/enums/reserved-enum-no-delete.ts";
import { reservedMessageNoDelete } from "./rules/messages/reserved-message-no-delete.ts";
import { rpcNoDelete } from "./rules/services/rpc-no-delete.ts";
import { rpcSameClientStreaming } from "./rules/services/rpc-same-client-streaming.ts";
import { rpcSameIdempotencyLevel } from "./rules/services/rpc-same-idempotency-level.ts";
import { rpcSameRequestType } from "./rules/services/rpc-same-request-type.ts";
import { rpcSameResponseType } from "./rules/services/rpc-same-response-type.ts";
import { rpcSameServerStreaming } from "./rules/services/rpc-same-server-streaming.ts";
import { serviceNoDelete } from "./rules/services/service-no-delete.ts";
import { standardImportNoDelete } from "./rules/files/standard-import-no-delete.ts";

/** All rules, in the order in which their findings are told: calls, fields, messages, enums, packages, files. */
export const protobufRules: readonly ProtobufRule[] = [
  rpcSameRequestType,
  rpcSameResponseType,
  rpcSameClientStreaming,
  rpcSameServerStreaming,
  rpcSameIdempotencyLevel,
  rpcNoDelete,
  fieldNoDeleteUnlessNumberReserved,
  fieldNoDeleteUnlessNameReserved,
  fieldNoDelete,
  fieldWireCompatibleType,
  fieldWireJsonCompatibleType,
  fieldSameType,
  fieldWireCompatibleCardinality,
  fieldWireJsonCompatibleCardinality,
  fieldSameCardinality,
  fieldSameName,
  fieldSameJsonName,
  fieldSameOneof,
  fieldSameDefault,
  fieldSameUtf8Validation,
  fieldSameJavaUtf8Validation,
  fieldSameCppStringType,
  fieldSameJstype,
  messageSameRequiredFields,
  messageSameJsonFormat,
  messageNoRemoveStandardDescriptorAccessor,
  oneofNoDelete,
  reservedMessageNoDelete,
  extensionMessageNoDelete,
  enumValueNoDeleteUnlessNumberReserved,
  enumValueNoDeleteUnlessNameReserved,
  enumValueNoDelete,
  enumValueSameName,
  enumSameType,
  enumSameJsonFormat,
  reservedEnumNoDelete,
  packageNoDelete,
  packageServiceNoDelete,
  packageMessageNoDelete,
  packageEnumNoDelete,
  packageExtensionNoDelete,
  fileNoDelete,
  standardImportNoDelete,
  serviceNoDelete,
  messageNoDelete,
  enumNoDelete,
  extensionNoDelete,
  fileSamePackage,
  fileSameSyntax,
  fileSameCcEnableArenas,
  fileSameCcGenericServices,
  fileSameCsharpNamespace,
  fileSameGoPackage,
  fileSameJavaGenericServices,
  fileSameJavaMultipleFiles,
  fileSameJavaOuterClassname,
  fileSameJavaPackage,
  fileSameObjcClassPrefix,
  fileSameOptimizeFor,
  fileSamePhpClassPrefix,
  fileSamePhpMetadataNamespace,
  fileSamePhpNamespace,
  fileSamePyGenericServices,
  fileSameRubyPackage,
  fileSameSwiftPrefix,
];
