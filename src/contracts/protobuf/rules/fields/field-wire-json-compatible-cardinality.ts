import type { ProtobufRule } from "../../rule.ts";
import { otherCardinalities } from "../cardinality.ts";

/** One value, a list, a map and a value that must be there are not read as each other. */
export const fieldWireJsonCompatibleCardinality: ProtobufRule = {
  id: "protobuf/field-wire-json-compatible-cardinality",
  level: "breaking",
  levels: ["wire_json"],

  *check(before, after) {
    yield* otherCardinalities(before, after, [["explicit", "implicit"]]);
  },
};
