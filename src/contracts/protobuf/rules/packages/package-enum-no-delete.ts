import type { ProtobufRule } from "../../rule.ts";
import { removedFromPackages } from "../removed.ts";

/** Code that uses the enum no longer compiles. */
export const packageEnumNoDelete: ProtobufRule = {
  id: "protobuf/package-enum-no-delete",
  level: "breaking",
  levels: ["package"],

  *check(before, after) {
    for (const name of removedFromPackages(before, after, (file) => file.enums)) {
      yield { at: name, message: `Enum ${name} was removed from its package.` };
    }
  },
};
