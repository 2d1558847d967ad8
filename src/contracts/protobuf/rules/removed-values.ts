import type { ProtobufSchema, Reserved } from "../schema/schema.ts";
import { enumPairs } from "./pairs.ts";

export interface RemovedValue {
  /** Full name of the enum. */
  readonly owner: string;
  readonly number: number;
  readonly names: readonly string[];
  /** What the enum reserves now. */
  readonly reserved: Reserved;
}

/** Numbers of enums that stayed which have no name any more. */
export function* removedValues(before: ProtobufSchema, after: ProtobufSchema): Generator<RemovedValue> {
  for (const [old, current] of enumPairs(before, after)) {
    for (const [number, names] of old.values) {
      if (!current.values.has(number)) yield { owner: old.fullName, number, names, reserved: current.reserved };
    }
  }
}
