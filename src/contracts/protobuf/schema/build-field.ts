import type { FieldNode } from "../syntax/nodes.ts";
import { type Features, inheritedFeatures } from "./features.ts";
import { defaultValueOf } from "./field-default.ts";
import { type NameResolver, qualified } from "./names.ts";
import { findText } from "./options.ts";
import type { Cardinality, Enum, Field, FieldType, ScalarKind } from "./schema.ts";

/** What is known where a field is declared. */
export interface FieldScope {
  readonly package: string;
  /** Full name of the message, or the package. */
  readonly name: string;
  readonly features: Features;
  /** Does Java refuse strings that are not UTF-8? Null: features say it. */
  readonly javaUtf8: boolean | null;
  readonly resolve: NameResolver;
  readonly enums: ReadonlyMap<string, Enum>;
}

export const fieldOf = (node: FieldNode, scope: FieldScope): Field => {
  const features = inheritedFeatures(inheritedFeatures(scope.features, node.oneof?.options ?? []), node.options);
  const fullName = qualified(scope.name, node.name);
  const type = typeOf(node, scope, features);
  const cardinality = cardinalityOf(node, type, features);
  const title = `${node.extendee === null ? "Field" : "Extension"} ${fullName}`;
  return {
    name: node.name,
    number: node.number,
    fullName,
    title,
    package: scope.package,
    isExtension: node.extendee !== null,
    jsonName: findText(node.options, "json_name") ?? jsonNameOf(node.name),
    type,
    cardinality,
    oneof: node.oneof?.name ?? null,
    defaultValue: defaultValueOf(node, type, cardinality, type.kind === "enum" ? scope.enums.get(type.name) : undefined),
    features,
    jstype: findText(node.options, "jstype") ?? "JS_NORMAL",
    javaUtf8: javaUtf8Of(scope, features),
    cppStringType: findText(node.options, "ctype") ?? features.cppStringType,
    entry:
      typeof node.form === "object"
        ? entryOf(node, node.form.mapKey, { ...scope, features: { ...features, messageEncoding: "LENGTH_PREFIXED" } }, fullName)
        : null,
  };
};

const typeOf = (node: FieldNode, scope: FieldScope, features: Features): FieldType => {
  if (typeof node.form === "object") return { kind: "message", name: qualified(scope.name, entryName(node.name)) };
  if (node.form === "group") return { kind: "group", name: qualified(scope.name, node.type) };
  const scalar = scalars.get(node.type);
  if (scalar) return { kind: scalar };
  const { kind, name } = scope.resolve(node.type, scope.name);
  return { kind: kind === "message" && features.messageEncoding === "DELIMITED" ? "group" : kind, name };
};

const scalars: ReadonlyMap<string, ScalarKind> = new Map(
  (
    [
      ["double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64"],
      ["fixed32", "fixed64", "sfixed32", "sfixed64", "bool", "string", "bytes"],
    ] as const
  ).flatMap((kinds) => kinds.map((kind) => [kind, kind])),
);

/** protoc: `user_ids` makes the entry `UserIdsEntry`. */
const entryName = (name: string): string => {
  const camel = jsonNameOf(name);
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}Entry`;
};

/** protoc: an underscore goes, and the letter after it becomes a capital. */
const jsonNameOf = (name: string): string => name.replace(/_+([^_]?)/g, (_, letter: string) => letter.toUpperCase());

const cardinalityOf = (node: FieldNode, type: FieldType, features: Features): Cardinality => {
  if (typeof node.form === "object") return "map";
  if (node.label === "repeated") return "repeated";
  if (node.label === "required" || features.fieldPresence === "LEGACY_REQUIRED") return "required";
  const isMessage = type.kind === "message" || type.kind === "group" || type.kind === "unknown";
  const isExplicit = isMessage || node.label === "optional" || node.oneof !== null || node.extendee !== null;
  return isExplicit || features.fieldPresence !== "IMPLICIT" ? "explicit" : "implicit";
};

const javaUtf8Of = ({ javaUtf8 }: FieldScope, features: Features): string =>
  (javaUtf8 ?? features.javaUtf8Validation === "VERIFY") ? "VERIFY" : features.utf8Validation;

const entryOf = (node: FieldNode, mapKey: string, scope: FieldScope, fullName: string): NonNullable<Field["entry"]> => {
  const part = (name: "key" | "value", number: number, type: string): Field => ({
    ...fieldOf({ ...node, name, number, type, form: "plain", label: "optional", options: [], oneof: null }, scope),
    fullName,
    title: `The ${name}s of field ${fullName}`,
  });
  return { key: part("key", 1, mapKey), value: part("value", 2, node.type) };
};
