import { inSourceAndJson, type ProtobufRule } from "../../rule.ts";
import { enumPairs } from "../pairs.ts";

/** JSON and code know the value by its name. */
export const enumValueSameName: ProtobufRule = {
  id: "protobuf/enum-value-same-name",
  level: "breaking",
  levels: inSourceAndJson,

  *check(before, after) {
    for (const [old, current] of enumPairs(before, after)) {
      for (const [number, names] of old.values) {
        const now = current.values.get(number);
        const lost = names.filter((name) => current.numbers.get(name) !== number);
        if (!now || lost.length === 0) continue;
        const message = `Value ${number} of enum ${old.fullName} is no longer called ${lost.join(" or ")}, but ${now.join(" or ")}.`;
        yield { at: `${old.fullName}.${lost[0]}`, message };
      }
    }
  },
};
