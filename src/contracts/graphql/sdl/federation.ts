import { type DefinitionNode, type DirectiveNode, Kind } from "graphql/language/index.js";
import type { Applied, SdlType } from "./sdl.ts";

/** Types that the machinery of Apollo Federation adds to a schema: no consumer asks for them. */
export const isPlumbingType = (name: string): boolean =>
  /^(?:link|join|core|federation|connect)__/.test(name) || ["_Any", "_Entity", "_Service", "_FieldSet"].includes(name);

/** Root fields by which a gateway talks to a subgraph. */
export const plumbingFields: ReadonlySet<string> = new Set(["_service", "_entities"]);

/** Whether definitions are those of a subgraph, or of a composed schema: only there do the names of Federation mean what they mean. */
export const isFederated = (definitions: readonly DefinitionNode[]): boolean =>
  definitions.some((node) => "directives" in node && node.directives?.some((applied) => marksFederation(applied, node)));

const marksFederation = ({ name, arguments: nodes }: DirectiveNode, { kind }: DefinitionNode): boolean => {
  if (kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION) return name.value === "link" || name.value === "core";
  const onFields = nodes?.some((argument) => argument.name.value === "fields") ?? false;
  return name.value === "join__type" || (bareName(name.value) === "key" && onFields);
};

/** Whether a directive is known to every composer, so that declaring it or not says nothing in a federated schema. */
export const isFederationDirective = (name: string): boolean =>
  /^(?:link|join|core)__/.test(name) || compositionDirectives.has(bareName(name)) || ["external", "tag"].includes(bareName(name));

/** Whether a directive only says how subgraphs are put together, and nothing about what can be asked of them. */
export const isCompositionDirective = (name: string): boolean =>
  /^(?:link|join|core)__/.test(name) || compositionDirectives.has(bareName(name));

const compositionDirectives: ReadonlySet<string> = new Set([
  ...["key", "requires", "provides", "shareable", "override", "extends", "inaccessible", "link", "core"],
  ...["composeDirective", "interfaceObject", "context", "fromContext"],
]);

/** Hidden from whoever asks the composed schema. */
export const isInaccessible = ({ directives }: { readonly directives?: readonly Applied[] | undefined }): boolean =>
  directives?.some(({ name }) => bareName(name.value) === "inaccessible") ?? false;

/** Another subgraph answers for what this stands on. */
export const isExternal = ({ directives }: { readonly directives?: readonly Applied[] | undefined }): boolean =>
  directives?.some(({ name }) => bareName(name.value) === "external") ?? false;

/** Mentioned here and answered for by other subgraphs: taking it away takes nothing from the composed schema. */
export const isStub = (type: SdlType): boolean => {
  const keys = keysOf(type);
  if (keys.some(isUnresolvable)) return keys.every(isUnresolvable);
  return type.fields.size > 0 && [...type.fields.values()].every(({ external }) => external);
};

/** The `@key`s of an entity. */
export const keysOf = ({ applied }: SdlType): Applied[] => applied.filter(({ name }) => bareName(name.value) === "key");

/** Those by which the subgraph itself finds the entity. */
export const resolvableKeysOf = (type: SdlType): Applied[] => keysOf(type).filter((key) => !isUnresolvable(key));

/** What a key selects, however it is spaced; in the order of names, where nothing is selected below them. */
export const keyText = ({ arguments: nodes }: Applied): string => {
  const fields = nodes?.find(({ name }) => name.value === "fields")?.value;
  const tokens: string[] = (fields?.kind === Kind.STRING && fields.value.match(/[{}]|[^\s,{}]+/g)) || [];
  return (tokens.includes("{") ? tokens : tokens.sort()).join(" ");
};

const isUnresolvable = (key: Applied): boolean =>
  key.arguments?.some(({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && !value.value) ?? false;

/** `@federation__key` is what `@key` is called when it is not imported. */
const bareName = (name: string): string => name.replace(/^federation__/, "");
