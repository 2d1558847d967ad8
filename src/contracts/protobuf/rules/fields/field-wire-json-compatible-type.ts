import type { ProtobufRule } from "../../rule.ts";
import { fieldPairs } from "../pairs.ts";
import { hasOtherType, isInOneRow, isMovedEnum, typeSentence } from "../types.ts";

/** What was written as the old type, as bytes or as JSON, is read as something else or refused. */
export const fieldWireJsonCompatibleType: ProtobufRule = {
  id: "protobuf/field-wire-json-compatible-type",
  level: "breaking",
  levels: ["wire_json"],

  *check(before, after) {
    for (const pair of fieldPairs(before, after)) {
      if (hasOtherType(pair, isAlike, isMovedEnum(before, after))) yield { at: pair[0].fullName, message: typeSentence(pair) };
    }
  },
};

/** Alike as bytes and as JSON. (protobuf.dev: updating a message type; ProtoJSON format) */
const isAlike = isInOneRow([
  ["int32", "uint32"],
  ["int64", "uint64"],
  ["fixed32", "sfixed32"],
  ["fixed64", "sfixed64"],
]);
