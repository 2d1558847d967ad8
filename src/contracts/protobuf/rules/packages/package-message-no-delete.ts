import type { ProtobufRule } from "../../rule.ts";
import { removedFromPackages } from "../removed.ts";

/** Code that uses the message no longer compiles. */
export const packageMessageNoDelete: ProtobufRule = {
  id: "protobuf/package-message-no-delete",
  level: "breaking",
  levels: ["package"],

  *check(before, after) {
    for (const name of removedFromPackages(before, after, (file) => file.messages)) {
      yield { at: name, message: `Message ${name} was removed from its package.` };
    }
  },
};
