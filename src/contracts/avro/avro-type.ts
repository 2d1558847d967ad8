import type { Json } from "../../base/canonical-json.ts";

/** A schema as Avro 1.12 means it. Types that have a name are one object, wherever the name is used. */
export type AvroType = Primitive | RecordType | EnumType | FixedType | ArrayType | MapType | UnionType | UnknownType;

export type PrimitiveName = "null" | "boolean" | "int" | "long" | "float" | "double" | "bytes" | "string";

interface Typed {
  /** JSON pointer to where it is defined. */
  readonly at: string;
  readonly version: "old" | "new";
  /** Where a person would say that it is used: "Order.lines[]", or nothing at the top. */
  readonly place: string;
  /** `logicalType`, with the parameters that belong to its meaning: "decimal(10,2)". */
  readonly logical: string | undefined;
}

export interface Primitive extends Typed {
  readonly kind: PrimitiveName;
}

interface Named extends Typed {
  /** With its namespace: "org.example.Order". */
  readonly name: string;
  /** With namespaces. */
  readonly aliases: readonly string[];
}

export interface RecordType extends Named {
  readonly kind: "record";
  /** Filled while the schema is read: a record may hold itself. */
  readonly fields: AvroField[];
}

export interface AvroField {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: AvroType;
  /** Undefined where there is none; null is a default. */
  readonly byDefault: Json | undefined;
  readonly at: string;
}

export interface EnumType extends Named {
  readonly kind: "enum";
  readonly symbols: readonly string[];
  readonly byDefault: string | undefined;
}

export interface FixedType extends Named {
  readonly kind: "fixed";
  readonly size: number;
}

export interface ArrayType extends Typed {
  readonly kind: "array";
  readonly items: AvroType;
}

export interface MapType extends Typed {
  readonly kind: "map";
  readonly values: AvroType;
}

export interface UnionType extends Typed {
  readonly kind: "union";
  readonly branches: readonly AvroType[];
}

/** A name that is defined nowhere in what was handed in. */
export interface UnknownType extends Named {
  readonly kind: "unknown";
}

export type NamedType = RecordType | EnumType | FixedType | UnknownType;

export const isNamed = (type: AvroType): type is NamedType =>
  type.kind === "record" || type.kind === "enum" || type.kind === "fixed" || type.kind === "unknown";

/** The beginning of a sentence about a type: "Order.lines[]: ". */
export const placed = ({ place }: AvroType): string => (place === "" ? "" : `${place}: `);

/** "record Order", "array of int": for a sentence. */
export const typeName = (type: AvroType): string => {
  if (isNamed(type)) return type.kind === "unknown" ? type.name : `${type.kind} ${type.name}`;
  if (type.kind === "array") return `array of ${shortName(type.items)}`;
  if (type.kind === "map") return `map of ${shortName(type.values)}`;
  return shortName(type);
};

const shortName = (type: AvroType): string => {
  if (isNamed(type)) return type.name;
  return type.kind === "union" ? `union of ${type.branches.length}` : type.kind;
};
