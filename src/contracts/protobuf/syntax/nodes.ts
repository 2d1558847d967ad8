/** A file as it is written: types by the names they are given there, nothing resolved. */
export interface FileNode {
  /** Of editions, the year: "2023". */
  readonly syntax: "proto2" | "proto3" | { readonly edition: string };
  readonly package: string;
  readonly imports: readonly ImportNode[];
  readonly options: readonly OptionNode[];
  readonly scope: ScopeNode;
  readonly services: readonly ServiceNode[];
}

export interface ImportNode {
  readonly path: string;
  /** Who imports this file imports that one too. */
  readonly public: boolean;
}

/** What can be declared at the top of a file and inside a message. */
export interface ScopeNode {
  readonly messages: readonly MessageNode[];
  readonly enums: readonly EnumNode[];
  readonly extensions: readonly FieldNode[];
}

export interface MessageNode {
  readonly name: string;
  readonly options: readonly OptionNode[];
  readonly fields: readonly FieldNode[];
  readonly oneofs: readonly OneofNode[];
  readonly reserved: ReservedNode;
  readonly extensionRanges: readonly RangeNode[];
  readonly scope: ScopeNode;
}

export interface FieldNode {
  readonly name: string;
  readonly number: number;
  readonly label: "optional" | "required" | "repeated" | null;
  /** As written; of a group, the name of its message; of a map, that of its values. */
  readonly type: string;
  readonly form: "plain" | "group" | { readonly mapKey: string };
  readonly oneof: OneofNode | null;
  /** What is extended, as written. */
  readonly extendee: string | null;
  readonly options: readonly OptionNode[];
}

export interface OneofNode {
  readonly name: string;
  readonly options: readonly OptionNode[];
}

export interface EnumNode {
  readonly name: string;
  readonly options: readonly OptionNode[];
  readonly values: readonly { readonly name: string; readonly number: number }[];
  readonly reserved: ReservedNode;
}

export interface ServiceNode {
  readonly name: string;
  readonly methods: readonly MethodNode[];
}

export interface MethodNode {
  readonly name: string;
  readonly request: { readonly type: string; readonly streams: boolean };
  readonly response: { readonly type: string; readonly streams: boolean };
  readonly options: readonly OptionNode[];
}

export interface ReservedNode {
  readonly ranges: readonly RangeNode[];
  readonly names: readonly string[];
}

/** Both ends belong to it. */
export interface RangeNode {
  readonly from: number;
  readonly to: number;
}

export interface OptionNode {
  /** `features.(pb.cpp).string_type` is `["features", "(pb.cpp)", "string_type"]`. */
  readonly name: readonly string[];
  readonly value: OptionValue;
}

export type OptionValue =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  /** One character for each byte. */
  | { readonly kind: "string"; readonly bytes: string }
  | { readonly kind: "message"; readonly fields: readonly OptionNode[] }
  | { readonly kind: "list"; readonly values: readonly OptionValue[] };
