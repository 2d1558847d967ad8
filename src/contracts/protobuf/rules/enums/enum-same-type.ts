import { inSource, type ProtobufRule } from "../../rule.ts";
import { enumPairs } from "../pairs.ts";

/** A closed enum puts numbers it does not know aside, an open one keeps them as values. */
export const enumSameType: ProtobufRule = {
  id: "protobuf/enum-same-type",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of enumPairs(before, after)) {
      const [was, is] = [old, current].map(({ features }) => (features.enumType === "CLOSED" ? "closed" : "open"));
      if (was !== is) yield { at: old.fullName, message: `Enum ${old.fullName} changed from ${was} to ${is}.` };
    }
  },
};
