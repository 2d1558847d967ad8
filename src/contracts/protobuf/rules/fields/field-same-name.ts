import { inSourceAndJson, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";

/** Code knows the field by its name, and JSON may. */
export const fieldSameName: ProtobufRule = {
  id: "protobuf/field-same-name",
  level: "breaking",
  levels: inSourceAndJson,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      const [was, is] = old.isExtension ? [old.fullName, current.fullName] : [old.name, current.name];
      if (was !== is) yield { at: old.fullName, message: `${old.title} was renamed to ${is}.` };
    }
  },
};
