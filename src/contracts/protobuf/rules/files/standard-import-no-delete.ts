import { inSource, type ProtobufRule } from "../../rule.ts";

/** Code that relied on another file to bring it along no longer compiles. `buf breaking` calls that a file or a package that was removed. */
export const standardImportNoDelete: ProtobufRule = {
  id: "protobuf/standard-import-no-delete",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const path of before.standardImports) {
      if (after.standardImports.has(path) || after.files.has(path)) continue;
      yield { at: path, message: `Nothing imports ${path} any more: what relied on that has to import it itself.` };
    }
  },
};
