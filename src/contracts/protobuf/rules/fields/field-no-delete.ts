import { inSource, type ProtobufRule } from "../../rule.ts";
import { removedFields } from "../removed-fields.ts";

/** Code that reads or sets the field no longer compiles. */
export const fieldNoDelete: ProtobufRule = {
  id: "protobuf/field-no-delete",
  level: "breaking",
  levels: inSource,

  *check(before, after) {
    for (const { fullName } of removedFields(before, after)) {
      yield { at: fullName, message: `Field ${fullName} was removed.` };
    }
  },
};
