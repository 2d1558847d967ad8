import type { ContractRule } from "../../rule.ts";
import { type AvroType, isNamed, placed, typeName } from "../avro-type.ts";
import { kindsMatch } from "../matching.ts";

/** What was written as one type is read as another that it is not promoted to. */
export const typeChanged: ContractRule<AvroType> = {
  id: "avro/type-changed",
  level: "breaking",

  *check(writer, reader) {
    if (writer.kind === "union" || reader.kind === "union" || kindsMatch(writer, reader)) return;
    const what = isNamed(writer) && isNamed(reader) ? "another kind of type" : "a type that it cannot be read as";
    yield {
      at: reader.at,
      message: `${placed(reader)}${typeName(writer)} of the ${writer.version} schema is ${typeName(reader)} in the ${reader.version} one, ${what}.`,
    };
  },
};
