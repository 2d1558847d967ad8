import type { ProtobufRule } from "../../rule.ts";

/** Everything that was in the package is gone with it. */
export const packageNoDelete: ProtobufRule = {
  id: "protobuf/package-no-delete",
  level: "breaking",
  levels: ["package"],

  *check(before, after) {
    for (const name of before.packages) {
      if (after.packages.has(name)) continue;
      yield { at: name, message: name === "" ? "No file is without a package any more." : `Package ${name} was removed.` };
    }
  },
};
