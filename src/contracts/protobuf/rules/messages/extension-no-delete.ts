import type { ProtobufRule } from "../../rule.ts";
import { extensionsIn, removedFromFiles } from "../removed.ts";

/** Code that includes what is generated from the file no longer finds the extension. */
export const extensionNoDelete: ProtobufRule = {
  id: "protobuf/extension-no-delete",
  level: "breaking",
  levels: ["file"],

  *check(before, after) {
    for (const { name, path } of removedFromFiles(before, after, extensionsIn)) {
      yield { at: name, message: `Extension ${name} was removed from ${path}.` };
    }
  },
};
