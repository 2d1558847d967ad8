import type { OptionNode } from "../syntax/nodes.ts";
import { findText } from "./options.ts";

/** The options of a file that change the code generated from it, with what holds where they are not set. (google/protobuf/descriptor.proto, `FileOptions`) */
export const fileOptionDefaults = {
  cc_enable_arenas: "true",
  cc_generic_services: "false",
  csharp_namespace: "",
  go_package: "",
  java_generic_services: "false",
  java_multiple_files: "false",
  java_outer_classname: "",
  java_package: "",
  objc_class_prefix: "",
  optimize_for: "SPEED",
  php_class_prefix: "",
  php_metadata_namespace: "",
  php_namespace: "",
  py_generic_services: "false",
  ruby_package: "",
  swift_prefix: "",
} as const;

export type FileOption = keyof typeof fileOptionDefaults;

export const fileOptionsOf = (options: readonly OptionNode[]): ReadonlyMap<string, string> =>
  new Map(Object.entries(fileOptionDefaults).map(([name, value]) => [name, findText(options, name) ?? value]));
