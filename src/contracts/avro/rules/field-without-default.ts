import type { ContractRule } from "../../rule.ts";
import type { AvroType } from "../avro-type.ts";
import { namesMatch, writtenField } from "../matching.ts";

/** A field that was not written has no default to be read as. */
export const fieldWithoutDefault: ContractRule<AvroType> = {
  id: "avro/field-without-default",
  level: "breaking",

  *check(writer, reader) {
    if (writer.kind !== "record" || reader.kind !== "record" || !namesMatch(writer, reader)) return;
    for (const field of reader.fields) {
      if (field.byDefault !== undefined || writtenField(writer, field)) continue;
      yield {
        at: field.at,
        message: `Field ${reader.name}.${field.name} is not in the ${writer.version} schema and has no default in the ${reader.version} one.`,
      };
    }
  },
};
