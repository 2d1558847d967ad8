import type { ContractRule } from "../../rule.ts";
import { quoted, sameJson } from "../../documents/json.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { AvroType } from "../avro-type.ts";
import { namesMatch, writtenField } from "../matching.ts";

/** Data that lacks the field is read as another value than before. */
export const defaultChanged: ContractRule<AvroType> = {
  id: "avro/default-changed",
  level: "dangerous",

  *check(writer, reader) {
    if (reader.version !== "new" || writer.kind !== "record" || reader.kind !== "record" || !namesMatch(writer, reader)) return;
    for (const field of reader.fields) {
      const other = writtenField(writer, field)?.byDefault;
      if (other === undefined || field.byDefault === undefined || sameJson(other, field.byDefault)) continue;
      yield {
        at: pointerTo(field.at, "default"),
        message: `The default of field ${reader.name}.${field.name} was ${quoted(other)} and is now ${quoted(field.byDefault)}.`,
      };
    }
  },
};
