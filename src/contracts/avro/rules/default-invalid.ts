import type { ContractRule } from "../../rule.ts";
import { quoted } from "../../documents/json.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { AvroType } from "../avro-type.ts";
import { defaultFits } from "../default-fits.ts";
import { namesMatch, writtenField } from "../matching.ts";

/** A field that was not written has a default that is no value of its type. */
export const defaultInvalid: ContractRule<AvroType> = {
  id: "avro/default-invalid",
  level: "breaking",

  *check(writer, reader) {
    if (writer.kind !== "record" || reader.kind !== "record" || !namesMatch(writer, reader)) return;
    for (const { name, type, byDefault, at, aliases } of reader.fields) {
      if (byDefault === undefined || writtenField(writer, { name, type, byDefault, at, aliases }) || defaultFits(type, byDefault)) continue;
      yield {
        at: pointerTo(at, "default"),
        message: `The default ${quoted(byDefault)} of field ${reader.name}.${name} is no value of its type.`,
      };
    }
  },
};
