import { inSource, type ProtobufRule } from "../../rule.ts";
import { otherCardinalities } from "../cardinality.ts";

/** Generated code has another type or other methods for the field. */
export const fieldSameCardinality: ProtobufRule = {
  id: "protobuf/field-same-cardinality",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    yield* otherCardinalities(before, after, []);
  },
};
