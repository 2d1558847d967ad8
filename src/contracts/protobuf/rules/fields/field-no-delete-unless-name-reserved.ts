import type { ProtobufRule } from "../../rule.ts";
import { removedFields } from "../removed-fields.ts";

/** JSON that has the field is refused or loses it, and the name can come back as something else. */
export const fieldNoDeleteUnlessNameReserved: ProtobufRule = {
  id: "protobuf/field-no-delete-unless-name-reserved",
  level: "breaking",
  levels: ["wire_json"],

  *check(before, after) {
    for (const { fullName, name, reserved } of removedFields(before, after)) {
      if (reserved.names.has(name)) continue;
      yield { at: fullName, message: `Field ${fullName} was removed without reserving its name.` };
    }
  },
};
