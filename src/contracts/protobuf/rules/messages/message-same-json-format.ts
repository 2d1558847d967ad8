import { inSourceAndJson, type ProtobufRule } from "../../rule.ts";
import { messagePairs } from "../pairs.ts";

/** JSON that was read and written is no longer supported for certain. */
export const messageSameJsonFormat: ProtobufRule = {
  id: "protobuf/message-same-json-format",
  level: "breaking",
  levels: inSourceAndJson,

  *check(before, after) {
    for (const [old, current] of messagePairs(before, after)) {
      if (old.features.jsonFormat !== "ALLOW" || current.features.jsonFormat === "ALLOW") continue;
      yield { at: old.fullName, message: `Message ${old.fullName} is no longer guaranteed to have a JSON form.` };
    }
  },
};
