import type { ProtobufRule } from "../../rule.ts";
import { otherCardinalities } from "../cardinality.ts";

/** One value, a list and a value that must be there are not read as each other. A map is written as a list. */
export const fieldWireCompatibleCardinality: ProtobufRule = {
  id: "protobuf/field-wire-compatible-cardinality",
  level: "breaking",
  levels: ["wire"],

  *check(before, after) {
    yield* otherCardinalities(before, after, [
      ["explicit", "implicit"],
      ["repeated", "map"],
    ]);
  },
};
