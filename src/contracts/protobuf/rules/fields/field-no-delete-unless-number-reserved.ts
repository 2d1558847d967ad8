import type { ProtobufRule } from "../../rule.ts";
import { isWithin } from "../ranges.ts";
import { removedFields } from "../removed-fields.ts";

/** What was written is no longer read, and the number can come back as something else. */
export const fieldNoDeleteUnlessNumberReserved: ProtobufRule = {
  id: "protobuf/field-no-delete-unless-number-reserved",
  level: "breaking",
  levels: ["wire_json", "wire"],

  *check(before, after) {
    for (const { fullName, number, reserved } of removedFields(before, after)) {
      if (isWithin(number, reserved.ranges)) continue;
      yield { at: fullName, message: `Field ${fullName} was removed without reserving its number ${number}.` };
    }
  },
};
