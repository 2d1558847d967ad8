import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";
import { defaultWords, isSameDefault } from "../defaults.ts";

/** A message without the field means something else to those who know the other default. */
export const fieldSameDefault: ProtobufRule = {
  id: "protobuf/field-same-default",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      if (isSameDefault(old, current)) continue;
      yield { at: old.fullName, message: `${current.title} changed its default from ${defaultWords(old)} to ${defaultWords(current)}.` };
    }
  },
};
