import type { ProtobufRule } from "../../rule.ts";
import { removedFromFiles } from "../removed.ts";

/** Code that includes what is generated from the file no longer finds the service. */
export const serviceNoDelete: ProtobufRule = {
  id: "protobuf/service-no-delete",
  level: "breaking",
  levels: ["file"],

  *check(before, after) {
    for (const { name, path } of removedFromFiles(before, after, (file) => file.services)) {
      yield { at: name, message: `Service ${name} was removed from ${path}.` };
    }
  },
};
