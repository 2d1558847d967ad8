import type { ProtobufRule } from "../../rule.ts";
import type { FieldType } from "../../schema/schema.ts";
import { fieldPairs } from "../pairs.ts";
import { hasOtherType, isInOneRow, isMovedEnum, typeSentence } from "../types.ts";

/** Bytes that were written as the old type are read as something else or refused. */
export const fieldWireCompatibleType: ProtobufRule = {
  id: "protobuf/field-wire-compatible-type",
  level: "breaking",
  levels: ["wire"],

  *check(before, after) {
    for (const pair of fieldPairs(before, after)) {
      if (hasOtherType(pair, isReadable, isMovedEnum(before, after))) yield { at: pair[0].fullName, message: typeSentence(pair) };
    }
  },
};

/** Every string is bytes; bytes are not always a string. */
const isReadable = (before: FieldType["kind"], after: FieldType["kind"]): boolean =>
  isAlike(before, after) || (before === "string" && after === "bytes");

/** (protobuf.dev: updating a message type) */
const isAlike = isInOneRow([
  ["int32", "int64", "uint32", "uint64", "bool"],
  ["sint32", "sint64"],
  ["fixed32", "sfixed32"],
  ["fixed64", "sfixed64"],
]);
