import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  OperationTypeNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from "graphql/language/index.js";
import { isExternal, isFederationDirective, isInaccessible, isPlumbingType, plumbingFields } from "./federation.ts";
import type { Applied, Sdl, SdlDirective, SdlField, SdlInput, SdlKind, SdlType, SdlValue } from "./sdl.ts";

/**
 * One schema from its documents. Nothing is validated: types may be named that stand elsewhere, and a type may be given in parts, all of them
 * extensions if need be. Where two parts disagree, the later one holds. What `@inaccessible` hides is left out, as in the composed schema.
 * In a federated schema, what every composer knows need not be declared.
 */
export const foldDefinitions = (definitions: readonly DefinitionNode[], federated: boolean): Sdl => {
  const parts = definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node));
  const types = new Map<string, MutableType>();
  const hidden = new Set(parts.filter(isInaccessible).map(({ name }) => name.value));
  for (const part of parts) {
    const name = part.name.value;
    if (isOwnName(name) && !hidden.has(name)) addPart(types, part, federated);
  }
  const roots = rootsOf(definitions, types);
  for (const root of roots.values()) for (const field of plumbingFields) types.get(root)?.fields.delete(field);
  return { roots, applied: schemaDirectives(definitions), types, directives: directivesOf(definitions, federated) };
};

interface MutableType extends SdlType {
  kind: SdlKind;
  readonly applied: Applied[];
  readonly fields: Map<string, SdlField>;
  readonly interfaces: Set<string>;
  readonly members: Set<string>;
  readonly values: Map<string, SdlValue>;
  readonly inputFields: Map<string, SdlInput>;
}

const builtInScalars: ReadonlySet<string> = new Set(["Int", "Float", "String", "Boolean", "ID"]);
const builtInDirectives: ReadonlySet<string> = new Set(["skip", "include", "deprecated", "specifiedBy", "oneOf"]);

const isOwnName = (name: string): boolean => !builtInScalars.has(name) && !name.startsWith("__") && !isPlumbingType(name);

const kinds: Readonly<Record<(TypeDefinitionNode | TypeExtensionNode)["kind"], SdlKind>> = {
  [Kind.SCALAR_TYPE_DEFINITION]: "scalar",
  [Kind.SCALAR_TYPE_EXTENSION]: "scalar",
  [Kind.OBJECT_TYPE_DEFINITION]: "object",
  [Kind.OBJECT_TYPE_EXTENSION]: "object",
  [Kind.INTERFACE_TYPE_DEFINITION]: "interface",
  [Kind.INTERFACE_TYPE_EXTENSION]: "interface",
  [Kind.UNION_TYPE_DEFINITION]: "union",
  [Kind.UNION_TYPE_EXTENSION]: "union",
  [Kind.ENUM_TYPE_DEFINITION]: "enum",
  [Kind.ENUM_TYPE_EXTENSION]: "enum",
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: "input",
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: "input",
};

const addPart = (types: Map<string, MutableType>, part: TypeDefinitionNode | TypeExtensionNode, federated: boolean): void => {
  const type = types.get(part.name.value) ?? emptyType(part.name.value, kinds[part.kind]);
  types.set(type.name, type);
  if (isTypeDefinitionNode(part)) type.kind = kinds[part.kind];
  type.applied.push(...directivesOn(part));
  switch (part.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      for (const { name } of part.interfaces ?? []) type.interfaces.add(name.value);
      for (const field of visible(part.fields)) type.fields.set(field.name.value, fieldOf(field, federated && isExternal(field)));
      break;
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      for (const { name } of part.types ?? []) type.members.add(name.value);
      break;
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      for (const value of visible(part.values)) type.values.set(value.name.value, valueOf(value));
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      for (const field of visible(part.fields)) type.inputFields.set(field.name.value, inputOf(field));
  }
};

const emptyType = (name: string, kind: SdlKind): MutableType => ({
  name,
  kind,
  applied: [],
  fields: new Map(),
  interfaces: new Set(),
  members: new Set(),
  values: new Map(),
  inputFields: new Map(),
});

const fieldOf = (node: FieldDefinitionNode, external: boolean): SdlField => ({
  name: node.name.value,
  type: node.type,
  arguments: inputsOf(node.arguments),
  applied: directivesOn(node),
  external,
});

const inputOf = (node: InputValueDefinitionNode): SdlInput => ({
  name: node.name.value,
  type: node.type,
  defaultValue: node.defaultValue,
  applied: directivesOn(node),
});

const valueOf = (node: EnumValueDefinitionNode): SdlValue => ({ name: node.name.value, applied: directivesOn(node) });

const inputsOf = (nodes: readonly InputValueDefinitionNode[] | undefined): Map<string, SdlInput> =>
  new Map(visible(nodes).map((node) => [node.name.value, inputOf(node)]));

const visible = <N extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(nodes: readonly N[] | undefined): N[] =>
  (nodes ?? []).filter((node) => !isInaccessible(node));

const directivesOn = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): readonly Applied[] =>
  node.directives ?? [];

/** As the specification has it: without a schema definition, the types that are called like the operations. */
const rootsOf = (definitions: readonly DefinitionNode[], types: ReadonlyMap<string, SdlType>): Map<OperationTypeNode, string> => {
  const schemas = definitions.filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION);
  const named = schemas.flatMap((node) => node.operationTypes ?? []).map(({ operation, type }) => [operation, type.name.value] as const);
  const explicit = schemas.some(({ kind }) => kind === Kind.SCHEMA_DEFINITION);
  const usual = Object.values(OperationTypeNode).map((operation) => [operation, operation.replace(/^./, (c) => c.toUpperCase())] as const);
  return new Map([...(explicit ? [] : usual.filter(([, name]) => types.has(name))), ...named]);
};

const schemaDirectives = (definitions: readonly DefinitionNode[]): Applied[] =>
  definitions.flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? directivesOn(node) : []));

const directivesOf = (definitions: readonly DefinitionNode[], federated: boolean): Map<string, SdlDirective> =>
  new Map(
    definitions
      .filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION)
      .filter(({ name }) => !builtInDirectives.has(name.value) && !(federated && isFederationDirective(name.value)))
      .map((node) => [node.name.value, directiveOf(node)]),
  );

const directiveOf = (node: DirectiveDefinitionNode): SdlDirective => ({
  name: node.name.value,
  arguments: inputsOf(node.arguments),
  locations: new Set(node.locations.map(({ value }) => value)),
  repeatable: node.repeatable,
});
