import type { Field, ProtobufSchema, Reserved } from "../schema/schema.ts";
import { messagePairs } from "./pairs.ts";

export interface RemovedField extends Pick<Field, "name" | "fullName" | "number"> {
  /** What the message reserves now. */
  readonly reserved: Reserved;
}

/** Numbers of messages that stayed which no field has any more. */
export function* removedFields(before: ProtobufSchema, after: ProtobufSchema): Generator<RemovedField> {
  for (const [old, current] of messagePairs(before, after)) {
    for (const [number, { name, fullName }] of old.fields) {
      if (!current.fields.has(number)) yield { name, fullName, number, reserved: current.reserved };
    }
  }
}
