import type { EnumNode, FileNode, MessageNode, ReservedNode, ScopeNode, ServiceNode } from "../syntax/nodes.ts";
import { type FieldScope, fieldOf } from "./build-field.ts";
import { defaultFeatures, type Features, inheritedFeatures } from "./features.ts";
import { fileOptionsOf } from "./file-options.ts";
import { type NameResolver, nameResolvers, qualified } from "./names.ts";
import { mergedRanges } from "./merged-ranges.ts";
import { findText, isSet } from "./options.ts";
import type {
  Enum,
  Field,
  Message,
  Method,
  Named,
  NumberRange,
  ProtobufFile,
  ProtobufSchema,
  Reserved,
  Service,
  TypeReference,
} from "./schema.ts";
import { standardImports } from "./standard-imports.ts";

/** The schema of the files at `paths`, names resolved among all of them. */
export const schemaOf = (nodes: ReadonlyMap<string, FileNode>, paths: ReadonlySet<string>): ProtobufSchema => {
  const resolversOf = nameResolvers(nodes);
  const enums = new Map<string, Enum>();
  const packages = new Set(Array.from(nodes.values(), (node) => node.package));
  const enumsByFile = new Map(Array.from(nodes, ([path, node]) => [path, enumsOf(path, node, enums)]));
  const files = new Map<string, ProtobufFile>();
  for (const [path, node] of nodes) {
    if (paths.has(path)) files.set(path, fileOf(path, node, enumsByFile.get(path) ?? [], enums, resolversOf(path)));
  }
  return { ...indexed(files), enums, packages, standardImports: standardImports(nodes) };
};

const indexed = (files: ReadonlyMap<string, ProtobufFile>): Omit<ProtobufSchema, "enums" | "packages" | "standardImports"> => {
  const [messages, services] = [new Map<string, Message>(), new Map<string, Service>()];
  const extensions = new Map<string, Field[]>();
  for (const [path, file] of files) {
    for (const message of file.messages) add(messages, path, message);
    for (const service of file.services) add(services, path, service);
    for (const { extendee, field } of file.extensions) {
      const key = `${extendee} ${field.number}`;
      const others = extensions.get(key);
      if (others) others.push(field);
      else extensions.set(key, [field]);
    }
  }
  return { files, messages, services, extensions };
};

const add = <T extends Named>(declared: Map<string, T>, path: string, one: T): void => {
  declared.set(declared.has(one.fullName) ? `${one.fullName} in ${path}` : one.fullName, one);
};

const enumsOf = (path: string, node: FileNode, known: Map<string, Enum>): Enum[] => {
  const found: Enum[] = [];
  const visit = (scope: ScopeNode, prefix: string, features: Features): void => {
    for (const declared of scope.enums) found.push(enumOf(declared, prefix, node.package, features));
    for (const message of scope.messages) {
      visit(message.scope, qualified(prefix, message.name), inheritedFeatures(features, message.options));
    }
  };
  visit(node.scope, node.package, fileFeatures(node));
  for (const declared of found) add(known, path, declared);
  return found;
};

const fileFeatures = (node: FileNode): Features => inheritedFeatures(defaultFeatures(node.syntax), node.options);

const enumOf = (node: EnumNode, prefix: string, packageName: string, features: Features): Enum => {
  const values = new Map<number, string[]>();
  for (const { name, number } of node.values) {
    const names = values.get(number);
    if (names) names.push(name);
    else values.set(number, [name]);
  }
  return {
    name: node.name,
    fullName: qualified(prefix, node.name),
    package: packageName,
    values,
    numbers: new Map(node.values.map(({ name, number }) => [name, number])),
    reserved: reservedOf(node.reserved),
    features: inheritedFeatures(features, node.options),
  };
};

const reservedOf = ({ ranges, names }: ReservedNode): Reserved => ({ ranges: mergedRanges(ranges), names: new Set(names) });

const fileOf = (
  path: string,
  node: FileNode,
  enums: readonly Enum[],
  allEnums: ReadonlyMap<string, Enum>,
  resolve: NameResolver,
): ProtobufFile => {
  const syntax = typeof node.syntax === "string" ? node.syntax : "editions";
  const messages: Message[] = [];
  const extensions: { extendee: string; field: Field }[] = [];
  const visit = (declared: ScopeNode, scope: FieldScope): void => {
    for (const extension of declared.extensions) {
      const extendee = resolve(extension.extendee ?? "", scope.name).name;
      extensions.push({ extendee, field: fieldOf(extension, scope) });
    }
    for (const message of declared.messages) {
      const name = qualified(scope.name, message.name);
      const inner = { ...scope, name, features: inheritedFeatures(scope.features, message.options) };
      messages.push(messageOf(message, inner));
      visit(message.scope, inner);
    }
  };
  visit(node.scope, {
    package: node.package,
    name: node.package,
    features: fileFeatures(node),
    javaUtf8: javaUtf8Option(node),
    resolve,
    enums: allEnums,
  });
  const services = node.services.map((service) => serviceOf(service, node.package, resolve));
  return { path, package: node.package, syntax, options: fileOptionsOf(node.options), messages, enums, services, extensions };
};

/** Null leaves it to features, which only editions have. */
const javaUtf8Option = ({ syntax, options }: FileNode): boolean | null => {
  const option = findText(options, "java_string_check_utf8");
  return typeof syntax === "string" || option !== undefined ? option === "true" : null;
};

const messageOf = (node: MessageNode, scope: FieldScope): Message => ({
  name: node.name,
  fullName: scope.name,
  package: scope.package,
  fields: new Map(node.fields.map((field) => [field.number, fieldOf(field, scope)])),
  oneofs: new Set(node.oneofs.map(({ name }) => name)),
  reserved: reservedOf(node.reserved),
  extensionRanges: extensionRangesOf(node),
  noStandardDescriptorAccessor: isSet(node.options, "no_standard_descriptor_accessor"),
  features: scope.features,
});

/** Only a message set has numbers beyond those of fields. */
const extensionRangesOf = ({ extensionRanges, options }: MessageNode): NumberRange[] => {
  if (isSet(options, "message_set_wire_format")) return mergedRanges(extensionRanges);
  return mergedRanges(extensionRanges.map(({ from, to }) => ({ from, to: Math.min(to, 536_870_911) })));
};

const serviceOf = (node: ServiceNode, packageName: string, resolve: NameResolver): Service => {
  const fullName = qualified(packageName, node.name);
  const referenceOf = (written: string): TypeReference => resolve(written, fullName);
  const methods = node.methods.map((method): Method => ({
    name: method.name,
    fullName: `${fullName}.${method.name}`,
    request: referenceOf(method.request.type),
    response: referenceOf(method.response.type),
    clientStreams: method.request.streams,
    serverStreams: method.response.streams,
    idempotency: findText(method.options, "idempotency_level") ?? "IDEMPOTENCY_UNKNOWN",
  }));
  return { name: node.name, fullName, package: packageName, methods: new Map(methods.map((method) => [method.name, method])) };
};
