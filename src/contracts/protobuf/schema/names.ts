import type { FileNode, ScopeNode } from "../syntax/nodes.ts";

/** Turns a name, as written inside a scope of a file, into what it means there. */
export type NameResolver = (name: string, scope: string) => ResolvedName;

export interface ResolvedName {
  /** `unknown`: nothing that was given declares it. */
  readonly kind: "message" | "enum" | "unknown";
  /** The full name; if unknown, as it is written. */
  readonly name: string;
}

/** Of all given files, by path, how the names in one of them are resolved: from the innermost scope outwards, what it imports before what it does not. */
export const nameResolvers = (files: ReadonlyMap<string, FileNode>): ((path: string) => NameResolver) => {
  const declared = new Map<string, Declared[]>();
  for (const [path, { package: packageName, scope }] of files) declare(declared, path, packageName, scope);
  const endings = new Set(Array.from(declared.keys(), ending));
  return (path) => {
    const visible = visibleFrom(files, path);
    return (name, scope) => {
      const found = endings.has(ending(name))
        ? (find(declared, candidatesOf(name, scope), (place) => visible.has(place)) ??
          find(declared, candidatesOf(name, scope), () => true))
        : undefined;
      return found ?? wellKnown(name.replace(/^\./, ""));
    };
  };
};

interface Declared {
  readonly path: string;
  readonly kind: "message" | "enum";
}

const declare = (declared: Map<string, Declared[]>, path: string, prefix: string, scope: ScopeNode): void => {
  const add = (name: string, kind: Declared["kind"]) => {
    const fullName = qualified(prefix, name);
    const others = declared.get(fullName);
    if (others) others.push({ path, kind });
    else declared.set(fullName, [{ path, kind }]);
    return fullName;
  };
  for (const { name } of scope.enums) add(name, "enum");
  for (const message of scope.messages) declare(declared, path, add(message.name, "message"), message.scope);
};

/** `a.b` and `c` are `a.b.c`. */
export const qualified = (prefix: string, name: string): string => (prefix === "" ? name : `${prefix}.${name}`);

/** The file, its imports, and what those import publicly. */
const visibleFrom = (files: ReadonlyMap<string, FileNode>, path: string): ReadonlySet<string> => {
  const visible = new Set([path]);
  const queue = (files.get(path)?.imports ?? []).map((found) => found.path);
  for (let imported = queue.pop(); imported !== undefined; imported = queue.pop()) {
    if (visible.has(imported)) continue;
    visible.add(imported);
    for (const next of files.get(imported)?.imports ?? []) if (next.public) queue.push(next.path);
  }
  return visible;
};

/** The last part: what no name that is declared ends with need not be looked for in any scope. */
const ending = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

function* candidatesOf(name: string, scope: string): Generator<string> {
  if (name.startsWith(".")) return yield name.slice(1);
  for (let prefix = scope; prefix !== ""; prefix = prefix.slice(0, Math.max(prefix.lastIndexOf("."), 0))) yield `${prefix}.${name}`;
  yield name;
}

const find = (
  declared: ReadonlyMap<string, readonly Declared[]>,
  candidates: Iterable<string>,
  isVisible: (path: string) => boolean,
): ResolvedName | undefined => {
  for (const fullName of candidates) {
    const found = declared.get(fullName)?.find(({ path }) => isVisible(path));
    if (found) return { kind: found.kind, name: fullName };
  }
  return undefined;
};

/** The files that come with protoc are seldom given. */
const wellKnown = (fullName: string): ResolvedName => {
  if (!fullName.startsWith("google.protobuf.")) return { kind: "unknown", name: fullName };
  return { kind: wellKnownEnums.has(fullName.slice("google.protobuf.".length)) ? "enum" : "message", name: fullName };
};

const wellKnownEnums: ReadonlySet<string> = new Set([
  "NullValue",
  "Syntax",
  "Edition",
  "SymbolVisibility",
  "Field.Kind",
  "Field.Cardinality",
  "FieldDescriptorProto.Type",
  "FieldDescriptorProto.Label",
  "FileOptions.OptimizeMode",
  "FieldOptions.CType",
  "FieldOptions.JSType",
  "FieldOptions.OptionRetention",
  "FieldOptions.OptionTargetType",
  "MethodOptions.IdempotencyLevel",
  "ExtensionRangeOptions.VerificationState",
  "FeatureSet.FieldPresence",
  "FeatureSet.EnumType",
  "FeatureSet.RepeatedFieldEncoding",
  "FeatureSet.Utf8Validation",
  "FeatureSet.MessageEncoding",
  "FeatureSet.JsonFormat",
]);
