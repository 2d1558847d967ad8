import { inSource, type ProtobufRule } from "../../rule.ts";
import { messagePairs } from "../pairs.ts";
import { lostRanges, rangeWords } from "../ranges.ts";

/** Extensions with these numbers no longer compile. */
export const extensionMessageNoDelete: ProtobufRule = {
  id: "protobuf/extension-message-no-delete",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const [old, current] of messagePairs(before, after)) {
      for (const range of lostRanges(old.extensionRanges, current.extensionRanges)) {
        yield { at: old.fullName, message: `Message ${old.fullName} no longer leaves ${rangeWords(range)} to extensions.` };
      }
    }
  },
};
