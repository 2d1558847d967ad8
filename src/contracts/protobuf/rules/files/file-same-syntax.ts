import { inSource, type ProtobufRule } from "../../rule.ts";
import { filePairs } from "../pairs.ts";

/** What is generated for fields and enums follows other rules. */
export const fileSameSyntax: ProtobufRule = {
  id: "protobuf/file-same-syntax",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of filePairs(before, after)) {
      if (old.syntax === current.syntax) continue;
      yield { at: old.path, message: `File ${old.path} changed from ${old.syntax} to ${current.syntax}.` };
    }
  },
};
