import type { FileNode } from "../syntax/nodes.ts";

/** The files of the protobuf distribution that others import, and so on, and that are not given: they belong to the contract all the same. */
export const standardImports = (nodes: ReadonlyMap<string, FileNode>): ReadonlySet<string> => {
  const found = new Set<string>();
  const queue = [...nodes.values()].flatMap(({ imports }) => imports.map(({ path }) => path));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (!path.startsWith("google/protobuf/") || nodes.has(path) || found.has(path)) continue;
    found.add(path);
    queue.push(...(importsOfStandard[path] ?? []));
  }
  return found;
};

const importsOfStandard: Readonly<Record<string, readonly string[]>> = {
  "google/protobuf/api.proto": ["google/protobuf/source_context.proto", "google/protobuf/type.proto"],
  "google/protobuf/type.proto": ["google/protobuf/any.proto", "google/protobuf/source_context.proto"],
  "google/protobuf/compiler/plugin.proto": ["google/protobuf/descriptor.proto"],
  "google/protobuf/cpp_features.proto": ["google/protobuf/descriptor.proto"],
  "google/protobuf/java_features.proto": ["google/protobuf/descriptor.proto"],
  "google/protobuf/go_features.proto": ["google/protobuf/descriptor.proto"],
};
