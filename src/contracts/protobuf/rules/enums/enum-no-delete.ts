import type { ProtobufRule } from "../../rule.ts";
import { removedFromFiles } from "../removed.ts";

/** Code that includes what is generated from the file no longer finds the enum. */
export const enumNoDelete: ProtobufRule = {
  id: "protobuf/enum-no-delete",
  level: "breaking",
  levels: ["file"],

  *check(before, after) {
    for (const { name, path } of removedFromFiles(before, after, (file) => file.enums)) {
      yield { at: name, message: `Enum ${name} was removed from ${path}.` };
    }
  },
};
