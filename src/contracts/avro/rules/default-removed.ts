import type { ContractRule } from "../../rule.ts";
import type { AvroType } from "../avro-type.ts";
import { namesMatch, writtenField } from "../matching.ts";

/** Data that is older than both schemas and lacks the field can no longer be read. */
export const defaultRemoved: ContractRule<AvroType> = {
  id: "avro/default-removed",
  level: "dangerous",

  *check(writer, reader) {
    if (reader.version !== "new" || writer.kind !== "record" || reader.kind !== "record" || !namesMatch(writer, reader)) return;
    for (const field of reader.fields) {
      if (field.byDefault !== undefined || writtenField(writer, field)?.byDefault === undefined) continue;
      yield { at: field.at, message: `Field ${reader.name}.${field.name} has no default any more.` };
    }
  },
};
