import { inSourceAndJson, type ProtobufRule } from "../rule.ts";
import { enumPairs } from "./pairs.ts";

/** JSON and code know the value by its name. */
export const enumValueSameName: ProtobufRule = {
  id: "protobuf/enum-value-same-name",
  level: "breaking",
  levels: inSourceAndJson,

  *check(before, after) {
    for (const [old, current] of enumPairs(before, after)) {
      for (const [number, names] of old.values) {
        const now = current.values.get(number);
        if (!now || names.every((name) => now.includes(name))) continue;
        const message = `Value ${number} of enum ${old.fullName} changed name from ${names.join(", ")} to ${now.join(", ")}.`;
        yield { at: `${old.fullName}.${names[0]}`, message };
      }
    }
  },
};
