import type { ProtobufRule } from "../../rule.ts";
import { isWithin } from "../ranges.ts";
import { removedValues } from "../removed-values.ts";

/** The number is no longer understood, and can come back as something else. */
export const enumValueNoDeleteUnlessNumberReserved: ProtobufRule = {
  id: "protobuf/enum-value-no-delete-unless-number-reserved",
  level: "breaking",
  levels: ["wire_json", "wire"],

  *check(before, after) {
    for (const { owner, names, number, reserved } of removedValues(before, after)) {
      if (isWithin(number, reserved.ranges)) continue;
      yield {
        at: `${owner}.${names[0]}`,
        message: `Value ${names.join(" alias ")} of enum ${owner} was removed without reserving its number ${number}.`,
      };
    }
  },
};
