import { inSourceAndJson, type ProtobufRule } from "../../rule.ts";
import { enumPairs } from "../pairs.ts";

/** JSON that was read and written is no longer supported for certain. */
export const enumSameJsonFormat: ProtobufRule = {
  id: "protobuf/enum-same-json-format",
  level: "breaking",
  levels: inSourceAndJson,

  *check(before, after) {
    for (const [old, current] of enumPairs(before, after)) {
      if (old.features.jsonFormat !== "ALLOW" || current.features.jsonFormat === "ALLOW") continue;
      yield { at: old.fullName, message: `Enum ${old.fullName} is no longer guaranteed to have a JSON form.` };
    }
  },
};
