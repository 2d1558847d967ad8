import type { FileNode, OptionNode } from "../syntax/nodes.ts";
import { findText } from "./options.ts";

/** How a declaration behaves, by the names that `google.protobuf.FeatureSet` gives its values. Of proto2 and proto3 the same in these words. */
export interface Features {
  readonly fieldPresence: string;
  readonly enumType: string;
  readonly utf8Validation: string;
  readonly messageEncoding: string;
  readonly jsonFormat: string;
  /** `(pb.cpp).string_type` */
  readonly cppStringType: string;
  /** `(pb.java).utf8_validation` */
  readonly javaUtf8Validation: string;
}

/** What holds where nothing is said. (`edition_defaults` in google/protobuf/descriptor.proto, cpp_features.proto and java_features.proto) */
export const defaultFeatures = (syntax: FileNode["syntax"]): Features => {
  if (syntax === "proto2") return proto2;
  if (syntax === "proto3") return proto3;
  return syntax.edition === "2023" ? edition2023 : edition2024;
};

/** Those of a declaration inside another. Only editions can change what is inherited. */
export const inheritedFeatures = (outer: Features, options: readonly OptionNode[]): Features => {
  if (!options.some(({ name }) => name[0] === "features")) return outer;
  const said = (outerValue: string, ...path: string[]) => findText(options, "features", ...path) ?? outerValue;
  return {
    fieldPresence: said(outer.fieldPresence, "field_presence"),
    enumType: said(outer.enumType, "enum_type"),
    utf8Validation: said(outer.utf8Validation, "utf8_validation"),
    messageEncoding: said(outer.messageEncoding, "message_encoding"),
    jsonFormat: said(outer.jsonFormat, "json_format"),
    cppStringType: said(outer.cppStringType, "(pb.cpp)", "string_type"),
    javaUtf8Validation: said(outer.javaUtf8Validation, "(pb.java)", "utf8_validation"),
  };
};

const edition2023: Features = {
  fieldPresence: "EXPLICIT",
  enumType: "OPEN",
  utf8Validation: "VERIFY",
  messageEncoding: "LENGTH_PREFIXED",
  jsonFormat: "ALLOW",
  cppStringType: "STRING",
  javaUtf8Validation: "DEFAULT",
};

const edition2024: Features = { ...edition2023, cppStringType: "VIEW" };
const proto3: Features = { ...edition2023, fieldPresence: "IMPLICIT" };
const proto2: Features = { ...edition2023, enumType: "CLOSED", utf8Validation: "NONE", jsonFormat: "LEGACY_BEST_EFFORT" };
