import { inSource, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";

/** Text that is not UTF-8 is refused where it was taken, or taken where it was refused. */
export const fieldSameUtf8Validation: ProtobufRule = {
  id: "protobuf/field-same-utf8-validation",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      if (old.type.kind !== "string" || current.type.kind !== "string") continue;
      const [was, is] = [old.features.utf8Validation, current.features.utf8Validation];
      if (was !== is) yield { at: old.fullName, message: `${current.title} changed UTF-8 validation from ${was} to ${is}.` };
    }
  },
};
