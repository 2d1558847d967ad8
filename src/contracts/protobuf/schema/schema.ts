import type { Features } from "./features.ts";

/**
 * What the files under comparison declare, names resolved and features inherited. Keys of the maps are full names without a leading dot;
 * where two files declare one name, as copies in one directory do, all but the first have their path with it.
 * Files that are the same in both versions, and whose imports are, have nothing to compare: of them only enums and packages are known.
 */
export interface ProtobufSchema {
  readonly files: ReadonlyMap<string, ProtobufFile>;
  /** Nested ones and those of groups too; what a map makes is no message here. */
  readonly messages: ReadonlyMap<string, Message>;
  readonly enums: ReadonlyMap<string, Enum>;
  readonly services: ReadonlyMap<string, Service>;
  readonly packages: ReadonlySet<string>;
  /** Paths of files of the protobuf distribution that are imported and not among the files. */
  readonly standardImports: ReadonlySet<string>;
  /** By full name of what they extend and number. Projects that never meet may use one number twice. */
  readonly extensions: ReadonlyMap<string, readonly Field[]>;
}

export interface ProtobufFile {
  readonly path: string;
  readonly package: string;
  readonly syntax: "proto2" | "proto3" | "editions";
  /** By name, those that change the generated code, as text; what is not set has its default. */
  readonly options: ReadonlyMap<string, string>;
  /** All that is declared in the file, at any depth. */
  readonly messages: readonly Message[];
  readonly enums: readonly Enum[];
  readonly services: readonly Service[];
  readonly extensions: readonly { readonly extendee: string; readonly field: Field }[];
}

/** Something that has a name in a package. */
export interface Named {
  readonly name: string;
  /** With the package: "acme.User.Address". */
  readonly fullName: string;
  readonly package: string;
}

export interface Message extends Named {
  readonly fields: ReadonlyMap<number, Field>;
  /** Those that are written; the one behind a proto3 `optional` is not. */
  readonly oneofs: ReadonlySet<string>;
  readonly reserved: Reserved;
  /** In order, no two touching. */
  readonly extensionRanges: readonly NumberRange[];
  readonly noStandardDescriptorAccessor: boolean;
  readonly features: Features;
}

export interface Field {
  readonly name: string;
  readonly number: number;
  /** "acme.User.email"; of an extension, its own full name. */
  readonly fullName: string;
  /** How a sentence calls it: "Field acme.User.email". */
  readonly title: string;
  readonly package: string;
  readonly isExtension: boolean;
  readonly jsonName: string;
  readonly type: FieldType;
  readonly cardinality: Cardinality;
  readonly oneof: string | null;
  /** What a reader takes who finds none; null where there can be no default. A string is one character for each byte. */
  readonly defaultValue: bigint | number | string | null;
  readonly features: Features;
  readonly jstype: string;
  /** What Java does with bytes of a string that are not UTF-8: `VERIFY` or `NONE`. */
  readonly javaUtf8: string;
  /** `STRING`, `CORD`, `VIEW` or, of `ctype` alone, `STRING_PIECE`. */
  readonly cppStringType: string;
  /** Of a map: its keys and its values, as if they were fields. */
  readonly entry: { readonly key: Field; readonly value: Field } | null;
}

/** The message of a map entry has a name as well, made of that of the field. */
export type FieldType = { readonly kind: ScalarKind } | TypeReference;

export interface TypeReference {
  /** `group`: a message between two tags, as groups and `DELIMITED` have it. `unknown`: declared in a file that was not given. */
  readonly kind: "message" | "group" | "enum" | "unknown";
  /** The full name; if unknown, as much of it as is written. */
  readonly name: string;
}

export type ScalarKind =
  | "double"
  | "float"
  | "int32"
  | "int64"
  | "uint32"
  | "uint64"
  | "sint32"
  | "sint64"
  | "fixed32"
  | "fixed64"
  | "sfixed32"
  | "sfixed64"
  | "bool"
  | "string"
  | "bytes";

/** `explicit` and `implicit`: there once or not at all, and whether a reader can tell the default from nothing. */
export type Cardinality = "explicit" | "implicit" | "required" | "repeated" | "map";

export interface Enum extends Named {
  /** By number; with `allow_alias` a number has several names. */
  readonly values: ReadonlyMap<number, readonly string[]>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly reserved: Reserved;
  readonly features: Features;
}

export interface Service extends Named {
  readonly methods: ReadonlyMap<string, Method>;
}

export interface Method {
  readonly name: string;
  /** "acme.Users.List". */
  readonly fullName: string;
  readonly request: TypeReference;
  readonly response: TypeReference;
  readonly clientStreams: boolean;
  readonly serverStreams: boolean;
  readonly idempotency: string;
}

export interface Reserved {
  /** In order, no two touching. */
  readonly ranges: readonly NumberRange[];
  readonly names: ReadonlySet<string>;
}

/** Both ends belong to it. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}
