import type { ProtobufRule } from "../../rule.ts";
import { removedValues } from "../removed-values.ts";

/** JSON that says the name can no longer be read, and the name can come back as something else. */
export const enumValueNoDeleteUnlessNameReserved: ProtobufRule = {
  id: "protobuf/enum-value-no-delete-unless-name-reserved",
  level: "breaking",
  levels: ["wire_json"],

  *check(before, after) {
    for (const { owner, names, reserved } of removedValues(before, after)) {
      if (names.every((name) => reserved.names.has(name))) continue;
      yield {
        at: `${owner}.${names[0]}`,
        message: `Value ${names.join(" alias ")} of enum ${owner} was removed without reserving its name.`,
      };
    }
  },
};
