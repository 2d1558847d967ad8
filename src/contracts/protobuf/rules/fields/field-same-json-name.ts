import { inSourceAndJson, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";

/** JSON that has the field under its old name is refused or loses it. */
export const fieldSameJsonName: ProtobufRule = {
  id: "protobuf/field-same-json-name",
  level: "breaking",
  levels: inSourceAndJson,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      if (old.isExtension || old.jsonName === current.jsonName) continue;
      yield { at: old.fullName, message: `Field ${old.fullName} changed its JSON name from ${old.jsonName} to ${current.jsonName}.` };
    }
  },
};
