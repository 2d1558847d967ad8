import { atEveryLevel, type ProtobufRule } from "../../rule.ts";
import type { Field, Message } from "../../schema/schema.ts";
import { messagePairs } from "../pairs.ts";

/** A message without the field is refused by whoever believes that it is required. */
export const messageSameRequiredFields: ProtobufRule = {
  id: "protobuf/message-same-required-fields",
  level: "breaking",
  levels: atEveryLevel,

  *check(before, after) {
    for (const [old, current] of messagePairs(before, after)) {
      for (const { number, fullName } of requiredFields(old)) {
        if (!isRequired(current, number)) yield { at: fullName, message: `Field ${fullName} is no longer a required field.` };
      }
      for (const { number, fullName } of requiredFields(current)) {
        if (!isRequired(old, number)) yield { at: fullName, message: `Field ${fullName} is a required field now.` };
      }
    }
  },
};

const requiredFields = (message: Message): Field[] => [...message.fields.values()].filter(({ cardinality }) => cardinality === "required");

const isRequired = (message: Message, number: number): boolean => message.fields.get(number)?.cardinality === "required";
