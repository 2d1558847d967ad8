import { inSource, type ProtobufRule } from "../../rule.ts";
import type { FileOption } from "../../schema/file-options.ts";
import { filePairs } from "../pairs.ts";

/** The rule for an option of files: code generated with another value has other names or another shape. */
const sameOption = (option: FileOption): ProtobufRule => ({
  id: `protobuf/file-same-${option.replaceAll("_", "-")}`,
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of filePairs(before, after)) {
      const [was, is] = [old, current].map(({ options }) => JSON.stringify(options.get(option) ?? ""));
      if (was !== is) yield { at: old.path, message: `File ${old.path} changed option ${option} from ${was} to ${is}.` };
    }
  },
});

export const fileSameCcEnableArenas = sameOption("cc_enable_arenas");
export const fileSameCcGenericServices = sameOption("cc_generic_services");
export const fileSameCsharpNamespace = sameOption("csharp_namespace");
export const fileSameGoPackage = sameOption("go_package");
export const fileSameJavaGenericServices = sameOption("java_generic_services");
export const fileSameJavaMultipleFiles = sameOption("java_multiple_files");
export const fileSameJavaOuterClassname = sameOption("java_outer_classname");
export const fileSameJavaPackage = sameOption("java_package");
export const fileSameObjcClassPrefix = sameOption("objc_class_prefix");
export const fileSameOptimizeFor = sameOption("optimize_for");
export const fileSamePhpClassPrefix = sameOption("php_class_prefix");
export const fileSamePhpMetadataNamespace = sameOption("php_metadata_namespace");
export const fileSamePhpNamespace = sameOption("php_namespace");
export const fileSamePyGenericServices = sameOption("py_generic_services");
export const fileSameRubyPackage = sameOption("ruby_package");
export const fileSameSwiftPrefix = sameOption("swift_prefix");
