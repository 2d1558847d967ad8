import type { ConstDirectiveNode, ConstValueNode, OperationTypeNode, TypeNode } from "graphql/language/index.js";

/** What the documents of a schema say, with all extensions folded in. Maps and sets are keyed by name; descriptions are left out. */
export interface Sdl {
  /** The types that operations start from, by operation. */
  readonly roots: ReadonlyMap<OperationTypeNode, string>;
  /** Applied to the schema itself. */
  readonly applied: readonly Applied[];
  /** Without the built-in scalars, introspection and the plumbing of federation. */
  readonly types: ReadonlyMap<string, SdlType>;
  /** Those that are declared, without the ones that every server knows. */
  readonly directives: ReadonlyMap<string, SdlDirective>;
}

export type SdlKind = "scalar" | "object" | "interface" | "union" | "enum" | "input";

/** Only the members that its kind has are ever filled. */
export interface SdlType {
  readonly name: string;
  readonly kind: SdlKind;
  readonly applied: readonly Applied[];
  /** Of objects and interfaces. */
  readonly fields: ReadonlyMap<string, SdlField>;
  /** The interfaces that an object or interface implements. */
  readonly interfaces: ReadonlySet<string>;
  /** Of unions. */
  readonly members: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, SdlValue>;
  readonly inputFields: ReadonlyMap<string, SdlInput>;
}

export interface SdlField {
  readonly name: string;
  readonly type: TypeNode;
  readonly arguments: ReadonlyMap<string, SdlInput>;
  readonly applied: readonly Applied[];
  /** Another subgraph of a federated schema answers for it. */
  readonly external: boolean;
}

/** An argument of a field or directive, or a field of an input object. */
export interface SdlInput {
  readonly name: string;
  readonly type: TypeNode;
  readonly defaultValue: ConstValueNode | undefined;
  readonly applied: readonly Applied[];
}

export interface SdlValue {
  readonly name: string;
  readonly applied: readonly Applied[];
}

export interface SdlDirective {
  readonly name: string;
  readonly arguments: ReadonlyMap<string, SdlInput>;
  readonly locations: ReadonlySet<string>;
  readonly repeatable: boolean;
}

/** A directive where it is applied. */
export type Applied = ConstDirectiveNode;
