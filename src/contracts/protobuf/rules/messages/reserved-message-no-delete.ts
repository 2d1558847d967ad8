import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { messagePairs } from "../pairs.ts";
import { lostRanges, rangeWords } from "../ranges.ts";

/** What was kept from being used again may come back with another meaning. */
export const reservedMessageNoDelete: ProtobufRule = {
  id: "protobuf/reserved-message-no-delete",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of messagePairs(before, after)) {
      const at = old.fullName;
      for (const range of lostRanges(old.reserved.ranges, current.reserved.ranges)) {
        yield { at, message: `Message ${at} no longer reserves ${rangeWords(range)}.` };
      }
      for (const name of old.reserved.names) {
        if (!current.reserved.names.has(name)) yield { at, message: `Message ${at} no longer reserves the name ${name}.` };
      }
    }
  },
};
