import { inSource, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";

/** Generated Java refuses bytes that it took, or takes what it refused. */
export const fieldSameJavaUtf8Validation: ProtobufRule = {
  id: "protobuf/field-same-java-utf8-validation",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      if (old.type.kind !== "string" || current.type.kind !== "string") continue;
      const [was, is] = [old.javaUtf8, current.javaUtf8];
      if (was !== is) yield { at: old.fullName, message: `${current.title} changed Java UTF-8 validation from ${was} to ${is}.` };
    }
  },
};
