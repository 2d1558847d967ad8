import { inSource, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";
import { hasOtherType, isInOneRow, typeSentence } from "../types.ts";

/** Generated code has another type for the field. */
export const fieldSameType: ProtobufRule = {
  id: "protobuf/field-same-type",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const pair of fieldPairs(before, after)) {
      if (hasOtherType(pair, isInOneRow([]), () => false)) yield { at: pair[0].fullName, message: typeSentence(pair) };
    }
  },
};
