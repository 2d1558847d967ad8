import type { ProtobufRule } from "../../rule.ts";
import { extensionsIn, removedFromPackages } from "../removed.ts";

/** Code that uses the extension no longer compiles. */
export const packageExtensionNoDelete: ProtobufRule = {
  id: "protobuf/package-extension-no-delete",
  level: "breaking",
  levels: ["package"],

  *check(before, after) {
    for (const name of removedFromPackages(before, after, extensionsIn)) {
      yield { at: name, message: `Extension ${name} was removed from its package.` };
    }
  },
};
