import type { ProtobufRule } from "../../rule.ts";
import { removedFromFiles } from "../removed.ts";

/** Code that includes what is generated from the file no longer finds the message. */
export const messageNoDelete: ProtobufRule = {
  id: "protobuf/message-no-delete",
  level: "breaking",
  levels: ["file"],

  *check(before, after) {
    for (const { name, path } of removedFromFiles(before, after, (file) => file.messages)) {
      yield { at: name, message: `Message ${name} was removed from ${path}.` };
    }
  },
};
