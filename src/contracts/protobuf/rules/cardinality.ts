import type { RuleFinding } from "../../rule.ts";
import type { Cardinality, ProtobufSchema } from "../schema/schema.ts";
import { fieldPairs } from "./pairs.ts";

/** Fields whose cardinality changed, unless both are in one of the rows. */
export function* otherCardinalities(
  before: ProtobufSchema,
  after: ProtobufSchema,
  alike: readonly (readonly Cardinality[])[],
): Generator<RuleFinding> {
  for (const [old, current] of fieldPairs(before, after)) {
    const [was, is] = [old.cardinality, current.cardinality];
    if (was === is || alike.some((row) => row.includes(was) && row.includes(is))) continue;
    yield { at: old.fullName, message: `${current.title} changed from ${words[was]} to ${words[is]}.` };
  }
}

const words: Readonly<Record<Cardinality, string>> = {
  explicit: "optional with explicit presence",
  implicit: "optional with implicit presence",
  required: "required",
  repeated: "repeated",
  map: "a map",
};
