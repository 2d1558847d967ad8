import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";

/** Who sets the field unsets others, or no longer does. */
export const fieldSameOneof: ProtobufRule = {
  id: "protobuf/field-same-oneof",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of fieldPairs(before, after)) {
      if (old.isExtension || old.oneof === current.oneof) continue;
      yield { at: old.fullName, message: `Field ${old.fullName} moved ${way(old.oneof, current.oneof)}.` };
    }
  },
};

const way = (before: string | null, after: string | null): string => {
  if (after === null) return `out of oneof ${before}`;
  return before === null ? `into oneof ${after}` : `from oneof ${before} to oneof ${after}`;
};
