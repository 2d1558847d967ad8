import type { ContractRule } from "../../rule.ts";
import { type AvroType, isNamed } from "../avro-type.ts";
import { kindsMatch, namesMatch } from "../matching.ts";

/** A type has another name, and no alias says what it was called. A change of the namespace alone is none. */
export const nameChanged: ContractRule<AvroType> = {
  id: "avro/name-changed",
  level: "breaking",

  *check(writer, reader) {
    if (!isNamed(writer) || !isNamed(reader) || !kindsMatch(writer, reader) || namesMatch(writer, reader)) return;
    yield {
      at: reader.at,
      message: `${writer.name} of the ${writer.version} schema is ${reader.name} in the ${reader.version} one, without an alias.`,
    };
  },
};
