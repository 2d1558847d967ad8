import type { ProtobufRule } from "./rule.ts";
import { enumNoDelete } from "./rules/enum-no-delete.ts";
import { enumSameJsonFormat } from "./rules/enum-same-json-format.ts";
import { enumSameType } from "./rules/enum-same-type.ts";
import { enumValueNoDelete } from "./rules/enum-value-no-delete.ts";
import { enumValueNoDeleteUnlessNameReserved } from "./rules/enum-value-no-delete-unless-name-reserved.ts";
import { enumValueNoDeleteUnlessNumberReserved } from "./rules/enum-value-no-delete-unless-number-reserved.ts";
import { enumValueSameName } from "./rules/enum-value-same-name.ts";
import { extensionMessageNoDelete } from "./rules/extension-message-no-delete.ts";
import { extensionNoDelete } from "./rules/extension-no-delete.ts";
import { fieldNoDelete } from "./rules/field-no-delete.ts";
import { fieldNoDeleteUnlessNameReserved } from "./rules/field-no-delete-unless-name-reserved.ts";
import { fieldNoDeleteUnlessNumberReserved } from "./rules/field-no-delete-unless-number-reserved.ts";
import { fieldSameCardinality } from "./rules/field-same-cardinality.ts";
import { fieldSameCppStringType } from "./rules/field-same-cpp-string-type.ts";
import { fieldSameDefault } from "./rules/field-same-default.ts";
import { fieldSameJavaUtf8Validation } from "./rules/field-same-java-utf8-validation.ts";
import { fieldSameJsonName } from "./rules/field-same-json-name.ts";
import { fieldSameJstype } from "./rules/field-same-jstype.ts";
import { fieldSameName } from "./rules/field-same-name.ts";
import { fieldSameOneof } from "./rules/field-same-oneof.ts";
import { fieldSameType } from "./rules/field-same-type.ts";
import { fieldSameUtf8Validation } from "./rules/field-same-utf8-validation.ts";
import { fieldWireCompatibleCardinality } from "./rules/field-wire-compatible-cardinality.ts";
import { fieldWireCompatibleType } from "./rules/field-wire-compatible-type.ts";
import { fieldWireJsonCompatibleCardinality } from "./rules/field-wire-json-compatible-cardinality.ts";
import { fieldWireJsonCompatibleType } from "./rules/field-wire-json-compatible-type.ts";
import { fileNoDelete } from "./rules/file-no-delete.ts";
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
} from "./rules/file-same-options.ts";
import { fileSamePackage } from "./rules/file-same-package.ts";
import { fileSameSyntax } from "./rules/file-same-syntax.ts";
import { messageNoDelete } from "./rules/message-no-delete.ts";
import { messageNoRemoveStandardDescriptorAccessor } from "./rules/message-no-remove-standard-descriptor-accessor.ts";
import { messageSameJsonFormat } from "./rules/message-same-json-format.ts";
import { messageSameRequiredFields } from "./rules/message-same-required-fields.ts";
import { oneofNoDelete } from "./rules/oneof-no-delete.ts";
import { packageEnumNoDelete } from "./rules/package-enum-no-delete.ts";
import { packageExtensionNoDelete } from "./rules/package-extension-no-delete.ts";
import { packageMessageNoDelete } from "./rules/package-message-no-delete.ts";
import { packageNoDelete } from "./rules/package-no-delete.ts";
import { packageServiceNoDelete } from "./rules/package-service-no-delete.ts";
import { reservedEnumNoDelete } from "./rules/reserved-enum-no-delete.ts";
import { reservedMessageNoDelete } from "./rules/reserved-message-no-delete.ts";
import { rpcNoDelete } from "./rules/rpc-no-delete.ts";
import { rpcSameClientStreaming } from "./rules/rpc-same-client-streaming.ts";
import { rpcSameIdempotencyLevel } from "./rules/rpc-same-idempotency-level.ts";
import { rpcSameRequestType } from "./rules/rpc-same-request-type.ts";
import { rpcSameResponseType } from "./rules/rpc-same-response-type.ts";
import { rpcSameServerStreaming } from "./rules/rpc-same-server-streaming.ts";
import { serviceNoDelete } from "./rules/service-no-delete.ts";
import { standardImportNoDelete } from "./rules/standard-import-no-delete.ts";

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
